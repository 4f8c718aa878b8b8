/// Does the same with many things at once: the only task group.
enum ConcurrentMap {
    /// Items in one task: enough that handing them out costs nothing, few enough that the workers end
    /// together.
    static let usualChunk = 64

    /// - Parameters:
    ///   - count: how many items there are.
    ///   - jobs: how many workers, at least one.
    ///   - chunk: items in one task.
    ///   - state: what a worker has at its beginning; it is handed from chunk to chunk.
    /// - Returns: the results in the order of the items, and the workers' last states.
    /// - Throws: the first error that an item threw; items that had not begun are left.
    static func run<Result: Sendable, State: Sendable>(
        count: Int, jobs: Int, chunk: Int = usualChunk, state: State,
        _ body: @Sendable @escaping (Int, inout State) throws(DiskError) -> Result
    ) async throws(DiskError) -> (results: [Result], states: [State]) {
        if count == 0 { return ([], []) }
        let chunks = stride(from: 0, to: count, by: chunk).map { $0..<min($0 + chunk, count) }
        let outcome = await withTaskGroup(of: Done<Result, State>.self) { group in
            var next = 0
            func add(_ state: State) {
                let (number, items) = (next, chunks[next])
                next += 1
                group.addTask { Self.work(number, items, state, body) }
            }
            for _ in 0..<min(max(1, jobs), chunks.count) { add(state) }
            var all = [[Result]](repeating: [], count: chunks.count)
            var states: [State] = []
            var failure: DiskError?
            while let done = await group.next() {
                all[done.number] = done.results
                failure = failure ?? done.failure
                if failure == nil, next < chunks.count { add(done.state) } else { states.append(done.state) }
            }
            return (all, states, failure)
        }
        if let failure = outcome.2 { throw failure }
        return (Array(outcome.0.joined()), outcome.1)
    }

    private struct Done<Result: Sendable, State: Sendable>: Sendable {
        let number: Int
        var results: [Result] = []
        var state: State
        var failure: DiskError?
    }

    private static func work<Result: Sendable, State: Sendable>(
        _ number: Int, _ items: Range<Int>, _ state: State,
        _ body: (Int, inout State) throws(DiskError) -> Result
    ) -> Done<Result, State> {
        var done = Done<Result, State>(number: number, state: state)
        done.results.reserveCapacity(items.count)
        for item in items {
            do {
                done.results.append(try body(item, &done.state))
            } catch {
                done.failure = error
                break
            }
        }
        return done
    }
}
