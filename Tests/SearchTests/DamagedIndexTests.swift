import TestSupport
import Testing

@testable import Search

/// Whatever stands in its files, an index gives an answer or an error: it never traps, and never takes for
/// ever.
struct DamagedIndexTests {
    private static let queries = ["rel", "tinka\"su mo\" bel", "kasu mo lan o", "日本 кa’s sunyoe"]

    private static func index(_ mostPagesInOne: Int) -> BuiltIndex {
        var generator = GeneratedText(seed: 21, words: 60)
        return ComparisonTests.site(&generator, pages: 20).index(mostPagesInOne: mostPagesInOne)
    }

    private static func ask(_ index: BuiltIndex) {
        do throws(SearchError) {
            let reader = try index.reader()
            for query in queries { _ = try reader.query(query) }
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    @Test(arguments: [1_500, 0])
    func filesCutShortAreToldOf(_ mostPagesInOne: Int) {
        let index = Self.index(mostPagesInOne)
        for (name, bytes) in index.files {
            for count in stride(from: 0, to: bytes.count, by: 7) {
                var cut = index
                cut.files[name] = Array(bytes.prefix(count))
                #expect(throws: IndexDamaged.self) { _ = try Inflate.bytes(Array(bytes.prefix(count))) }
                Self.ask(cut)
            }
        }
    }

    /// Past zlib's check of the sum, too: what is inside is damaged, and compressed again.
    @Test(arguments: [1_500, 0], [1, 2, 3] as [UInt64])
    func oddBytesDoNoHarm(_ mostPagesInOne: Int, _ seed: UInt64) throws {
        let index = Self.index(mostPagesInOne)
        var random = RandomNumbers(seed: seed)
        for (name, compressed) in index.files.sorted(by: { $0.key < $1.key }) {
            let bytes = try Inflate.bytes(compressed)
            for _ in 0..<(mostPagesInOne == 0 ? 6 : 40) where !bytes.isEmpty {
                var odd = index
                odd.files[name] = Deflate.compress(Self.damaged(bytes, &random), effort: 1)
                Self.ask(odd)
            }
        }
    }

    private static func damaged(_ bytes: [UInt8], _ random: inout RandomNumbers) -> [UInt8] {
        var odd = bytes
        switch Int.random(in: 0..<4, using: &random) {
        case 0: odd.removeLast(Int.random(in: 1...odd.count, using: &random))
        case 1: odd.remove(at: Int.random(in: 0..<odd.count, using: &random))
        case 2:
            odd.insert(
                UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...odd.count, using: &random))
        default:
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                odd[Int.random(in: 0..<odd.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
        }
        return odd
    }

    @Test func flippedBitsDoNoHarm() {
        let index = Self.index(1_500)
        for (name, bytes) in index.files {
            for place in stride(from: 2, to: bytes.count, by: 11) {
                var odd = index
                odd.files[name]?[place] ^= 1 << UInt8(place % 8)
                Self.ask(odd)
            }
        }
    }

    @Test func whatGrowsWithoutEndIsRefused() throws {
        let bomb = Deflate.compress([UInt8](repeating: 0, count: 100_001), effort: 1)
        #expect(throws: IndexDamaged.self) { _ = try Inflate.bytes(bomb, atMost: 100_000) }
        #expect(try Inflate.bytes(bomb, atMost: 100_001).count == 100_001)
    }

    @Test func whatFollowsTheEndIsRefused() {
        #expect(throws: IndexDamaged.self) { _ = try Inflate.bytes(Deflate.compress([1, 2, 3]) + [0]) }
    }

    @Test(arguments: [1_500, -1])
    func aSiteWithoutPagesAnswersNothing(_ mostPagesInOne: Int) throws {
        let answer = try SampleSite().index(mostPagesInOne: mostPagesInOne).reader().query("any \"word\" wor")
        #expect(answer.results.isEmpty && answer.total == 0 && answer.suggestion == nil)
    }

    @Test func anotherVersionIsToldOf() throws {
        var index = Self.index(1_500)
        index.files["index.bin"] = Deflate.compress([4, 0, 0])
        let error = #expect(throws: SearchError.self) { _ = try index.reader() }
        #expect(error?.description.contains("version 4") == true)
    }

    @Test func missingFilesAreToldOf() throws {
        var index = Self.index(1_500)
        index.files[BuiltIndex.folder + "/text.bin"] = nil
        let error = #expect(throws: SearchError.self) { _ = try index.reader() }
        #expect(error?.description.contains("text.bin") == true)
    }
}
