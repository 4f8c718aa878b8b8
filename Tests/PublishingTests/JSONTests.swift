import Foundation
import Testing

@testable import Publishing

struct JSONTests {
    @Test(arguments: [
        "", "plain", "\"quoted\" \\ back / slash", "line\nfeed\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}",
        "é 日 \u{1F600} \u{2028}",
        "</script><!--",
    ])
    func anyTextComesBack(_ text: String) throws {
        let bytes = JSON.object(["a": .list([.text(text)])]).bytes
        let decoded = try JSONDecoder().decode([String: [String]].self, from: Data(bytes))
        #expect(decoded == ["a": [text]])
    }

    @Test func keysStayInTheirOrder() {
        let json = JSON.object([
            "b": .number(-1), "a": nil, "c": .map(["z": .flag(true), "y": .decimal(6.5)]), "d": .list([]),
            "e": .decimal(7),
        ])
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == "{\n  \"b\": -1,\n  \"c\": {\n    \"y\": 6.5,\n    \"z\": true\n  },\n  \"d\": [],\n  \"e\": 7\n}\n"
        )
    }

    @Test func emptyObjectsAreValid() throws {
        let bytes = JSON.list([.object([:]), .map([:])]).bytes
        #expect(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: String]] == [[:], [:]])
    }
}
