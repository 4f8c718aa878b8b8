/// `/_headers`: what a host is to send with each file, where it reads such a file, as Netlify and Cloudflare Pages do.
///
/// No file matches two rules that set the same header: hosts would send both values.
///
/// Sources: https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
struct HostHeaders: Sendable {
    static let address = Address(relative: "_headers")

    let site: Site
    /// Of the search index, one for each language, each named by what it holds: `search/0123456789ab/`.
    let indexFolders: [String]
    /// Beside them: what tells the name of the folder.
    let indexRoots: [String]

    var bytes: [UInt8] {
        let all = rule("*", Self.security)
        let kept = indexFolders.map { rule($0 + "*", ["Cache-Control: public, max-age=31536000, immutable"]) }
        let asked = (indexRoots + ["sw.js"]).map { rule($0, ["Cache-Control: no-cache"]) }
        return Array(([all] + kept + asked).joined(separator: "\n").utf8)
    }

    private static let security = [
        "Content-Security-Policy: \(SharedViews.policy); frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: " + unused.map { $0 + "=()" }.joined(separator: ", "),
    ]

    /// What no page of the site asks a browser for.
    private static let unused = [
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone",
        "midi", "payment", "usb",
    ]

    /// - Parameter path: from the site's root; the host counts from its own.
    private func rule(_ path: String, _ headers: [String]) -> String {
        ([site.configuration.baseURL.path + path] + headers.map { "  " + $0 }).joined(separator: "\n") + "\n"
    }
}
