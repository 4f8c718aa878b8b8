import Publishing

/// The site as it is now, and the pages of it that are open: what all connections share.
actor PreviewSession {
    private var preview: SitePreview
    private var listeners: [Int: Listener] = [:]
    private var nextListener = 0
    /// Changes that nobody has looked at yet.
    private var pending: SiteChange?
    private var worker: Task<Void, Never>?
    /// Reads all pages, when there is nothing else to do.
    private var reading: Task<Void, Never>?
    /// Pages as they were when nothing was wrong with them, by file.
    private var lastGood: [String: [UInt8]] = [:]

    /// A page that is open somewhere.
    private struct Listener {
        let request: PageRequest
        /// What it shows.
        var version: String
        var problems: [Problem]?
        let messages: AsyncStream<String>.Continuation
    }

    init(_ preview: SitePreview) { self.preview = preview }

    var basePath: String { preview.configuration.baseURL.path }
}

// MARK: Changes

extension PreviewSession {
    /// Takes note of a change, and sees to it after those before.
    func note(_ change: SiteChange) {
        var all = pending ?? SiteChange()
        all.add(change)
        pending = all
        reading?.cancel()
        if worker == nil { worker = Task { await work() } }
    }

    private func work() async {
        while let change = pending {
            pending = nil
            await apply(change)
        }
        worker = nil
        startReading(after: Self.quiet)
    }

    /// A browser that reloads is not to wait for the reading of all other pages.
    private static let quiet = Duration.milliseconds(400)

    /// An editor that deletes a file and writes it again is done by then.
    private static let patience = Duration.milliseconds(40)

    private func apply(_ change: SiteChange) async {
        var change = change
        if preview.isHalfWritten(change) {
            // Who cancels this ends the program.
            try? await Task.sleep(for: Self.patience)
            if let more = pending { change.add(more) }
            pending = nil
        }
        let update = await preview.updated(after: change)
        preview = update.preview
        let files = update.styles.map { basePath + $0 }.sorted()
        if !files.isEmpty {
            let message = JSONMessage.text(of: JSONMessage.Styles(files: files))
            for listener in listeners.values { listener.messages.yield(message) }
        }
        for id in listeners.keys.sorted() { await tell(id, mustReload: update.isReloadNeeded) }
    }

    /// Tells an open page what has become of it.
    private func tell(_ id: Int, mustReload: Bool = false) async {
        guard let listener = listeners[id] else { return }
        // Those wait for all pages to be read, and are told afterwards.
        if isWaiting(listener.request) { return }
        let page = await shown(listener.request)
        guard listeners[id] != nil else { return }
        let frame = page.frame
        if mustReload || frame.version != listener.version {
            // Once is enough: the page fetches itself with all that is to be known of it.
            listeners[id]?.version = frame.version
            listeners[id]?.problems = frame.problems
            listener.messages.yield(mustReload ? JSONMessage.reload : JSONMessage.page)
        } else if frame.problems != listener.problems {
            listeners[id]?.problems = frame.problems
            listener.messages.yield(
                JSONMessage.text(of: JSONMessage.Problems(problems: frame.problems, trouble: frame.trouble)))
        }
    }

    /// - Parameter version: of what the page shows.
    /// - Returns: what is said to it, until it goes away.
    func listen(_ request: PageRequest, version: String) async -> AsyncStream<String> {
        let id = nextListener
        nextListener += 1
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        listeners[id] = Listener(request: request, version: version, messages: continuation)
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            Task { await self.forget(id) }
        }
        // Something may have changed since the page was sent.
        await tell(id)
        return stream
    }

    private func forget(_ id: Int) { listeners[id] = nil }
}

// MARK: Reading all pages

extension PreviewSession {
    func startReading(after pause: Duration = .zero) {
        reading?.cancel()
        reading = Task(priority: .background) {
            do { try await Task.sleep(for: pause) } catch { return }
            await readAll(jobs: 1)
        }
    }

    /// Pages at a time: after each lot, what is known is taken in.
    private static let lot = 256

    /// Reads all pages that nobody has read, unless somebody cancels it.
    private func readAll(jobs: Int?) async {
        while !Task.isCancelled {
            let unread = Array(preview.unread.prefix(Self.lot))
            if unread.isEmpty { break }
            let facts = await preview.read(unread, jobs: jobs ?? 2)
            if facts.isEmpty { return }
            preview.take(facts)
        }
        if Task.isCancelled { return }
        let generation = preview.generation
        let next = await preview.withRelatedPages()
        if generation == preview.generation { preview.takeRelatedPages(of: next) }
        for id in listeners.keys.sorted() where listeners[id]?.request.needsAllPages(preview) == true {
            await tell(id)
        }
    }

    private func isWaiting(_ request: PageRequest) -> Bool {
        request.needsAllPages(preview) && !preview.unread.isEmpty
    }
}

// MARK: Answers

extension PreviewSession {
    /// A page as it is to be sent, and what is to be known of it.
    struct ShownPage {
        var answer: Answer
        var frame: PageFrame
    }

    func answer(_ request: PageRequest) async -> Answer {
        if let address = request.address(below: basePath) {
            if address == "sw.js" { return Answer.file(Array(Self.serviceWorker.utf8), named: address) }
            if let file = preview.file(at: address), !address.hasSuffix(".html") {
                return Answer.file(file, named: address)
            }
            if let place = preview.redirect(from: address) { return .redirect(to: place + request.queryPart) }
            let isPage = address.isEmpty || address.hasSuffix("/") || address.hasSuffix(".html")
            if !isPage, let made = await made(address) { return Answer.file(made, named: address) }
        } else if basePath != "/", request.path == "/" || request.path + "/" == basePath {
            return .redirect(to: basePath)
        }
        let shown = await shown(request)
        var answer = shown.answer
        answer.body = shown.frame.inserted(into: answer.body)
        return answer
    }

    /// A service worker that an earlier look at the site left would show pages from its store.
    private static let serviceWorker = """
        self.addEventListener("install", () => self.skipWaiting());
        self.addEventListener("activate", (event) => event.waitUntil((async () => {
          for (const name of await caches.keys()) await caches.delete(name);
          await self.registration.unregister();
        })()));

        """

    private func made(_ address: String) async -> [UInt8]? {
        if preview.isMadeOfBodies(address) { await readAll(jobs: nil) }
        var copy = preview
        let made = await copy.madeFile(at: address)
        if copy.generation == preview.generation { preview.takeMadeFiles(of: copy) }
        return made
    }

    func shown(_ request: PageRequest) async -> ShownPage {
        if request.path == PageRequest.status { return await status(request) }
        if let address = request.address(below: basePath) {
            if let page = preview.page(at: Self.folder(address)) { return shown(page) }
            if let file = preview.file(at: address), address.hasSuffix(".html") { return shown(file) }
            if let made = await made(address) { return shown(made) }
        }
        let missing = await made("404.html") ?? Array("<title>Nothing stands here</title>".utf8)
        return shown(missing, status: 404)
    }

    private static func folder(_ address: String) -> String {
        address == "index.html" || address.hasSuffix("/index.html")
            ? String(address.dropLast("index.html".count)) : address
    }

    private func shown(_ page: PreviewPage) -> ShownPage {
        var html = page.html
        if !page.hasErrors, let html {
            if lastGood.count >= Self.mostKept { lastGood = [:] }
            lastGood[page.file] = html
        } else {
            html = lastGood[page.file] ?? html
        }
        let shown = html ?? Array(Self.unreadable.utf8)
        let problems = preview.problems(preview.errorsOfSite + page.diagnostics)
        return ShownPage(answer: Answer(body: shown), frame: frame(shown, file: page.file, problems))
    }

    /// Pages are a few dozen kilobytes each.
    private static let mostKept = 200

    private static let unreadable = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Not to be shown yet</title></head>
        <body><main><h1>This page cannot be shown yet</h1></main></body></html>

        """

    private func shown(_ html: [UInt8], status: Int = 200) -> ShownPage {
        ShownPage(
            answer: Answer(status: status, body: html),
            frame: frame(html, file: nil, preview.problems(preview.errorsOfSite)))
    }

    private func frame(_ html: [UInt8], file: String?, _ problems: [Problem]) -> PageFrame {
        PageFrame(
            version: PageFrame.version(of: html), file: file, edit: file.map { preview.edit($0) },
            problems: problems, trouble: preview.trouble)
    }

    private func status(_ request: PageRequest) async -> ShownPage {
        let isWhole = preview.unread.isEmpty
        var copy = preview
        let unfound = isWhole ? await copy.unfoundWords() : nil
        let pages = copy.statuses()
        if copy.generation == preview.generation { preview.takeMadeFiles(of: copy) }
        let page = StatusPage(
            title: preview.configuration.title, root: basePath, pages: pages, unread: copy.unread.count,
            today: preview.date, unfound: unfound, choice: StatusChoice(request.query))
        return shown(Array(page.html.utf8))
    }
}
