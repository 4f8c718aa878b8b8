/// The languages that a page or a site may name.
enum Language {
    /// An ISO 639-1 code, alone or with a region or script after a hyphen: `en`, `pt-BR`, `zh-Hant`.
    static func isCode(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, codes.contains(String(first)) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                }
        }
    }

    /// `pt` of `pt-BR`.
    static func main(of code: String) -> String { String(code.prefix { $0 != "-" }) }

    /// Written from right to left. Source: Unicode CLDR, `characterOrder`.
    static func isRightToLeft(_ code: String) -> Bool {
        ["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"].contains(main(of: code))
    }

    /// As Open Graph writes it: `pt_BR`.
    static func locale(_ code: String) -> String {
        code.utf8.contains(UInt8(ascii: "-")) ? code.replacing("-", with: "_") : code
    }

    /// ISO 639-1, all two-letter codes.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so \
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))
}
