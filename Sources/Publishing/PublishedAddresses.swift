/// The addresses that readers may have kept, as they are and as `Content/Data/urls.txt` has them.
public struct PublishedAddresses: Sendable {
    public static let path = SiteData.addressesPath

    /// In the order of bytes.
    public let now: [String]
    public let added: [String]
    public let lost: [String]
    private let file: String

    public init(of site: Site) {
        let recorded = Set((site.data.publishedAddresses ?? []).map { Address(typed: $0.value).description })
        now = site.publishedAddresses
        let standing = Set(site.standingAddresses.map(\.description))
        added = now.filter { !recorded.contains($0) }
        lost = recorded.filter { !standing.contains($0) && !standing.contains($0 + "/") }.sorted()
        file = site.folder + "/" + Self.path
    }

    /// - Throws: `DiskError` where the file cannot be written.
    public func write() throws(DiskError) {
        let slash = file.lastIndex(of: "/") ?? file.startIndex
        try Disk.makeFolder(String(file[..<slash]))
        try Disk.write(Array(now.map { $0 + "\n" }.joined().utf8), to: file)
    }
}
