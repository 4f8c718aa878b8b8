import CPreview
import FlyingFox
import Foundation
import Publishing

/// A request, as FlyingFox has it, to an answer.
struct PreviewHandler: HTTPHandler {
    let session: PreviewSession
    let requestGuard: RequestGuard

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        if let refusal = refusal(of: request) { return response(refusal, to: request) }
        guard request.method == .GET || request.method == .HEAD else {
            var response = response(.message(405, "only GET and HEAD are answered"), to: request)
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        guard let path = RequestPath(request.target.path())?.text else {
            return response(.message(404, "nothing stands here"), to: request)
        }
        if path == "/_preview/socket" { return try await socket(request) }
        if let file = ownFile(path) { return response(file, to: request) }
        if path.hasPrefix("/_preview/") { return response(.message(404, "nothing stands here"), to: request) }
        if path + "/" == PageRequest.status {
            return response(.redirect(to: PageRequest.status), to: request)
        }
        let page = PageRequest(path: path, query: request.target.query())
        return response(await session.answer(page), to: request)
    }

    private func refusal(of request: HTTPRequest) -> Answer? {
        let origin = request.headers[HTTPHeader("Origin")]
        switch requestGuard.refusal(host: request.headers[.host], origin: origin) {
        case nil: return nil
        case .badRequest: return .message(400, "the request does not say for which host it is")
        case .foreignHost:
            return .message(403, "this server answers for this machine's own names only, such as 'localhost'")
        case .foreignOrigin: return .message(403, "a page of another site may not ask this server")
        }
    }

    private func socket(_ request: HTTPRequest) async throws -> HTTPResponse {
        let query = Dictionary(
            request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let parts = (query["page"] ?? "").split(separator: "?", maxSplits: 1).map(String.init)
        guard let path = RequestPath(parts.first ?? "")?.text else {
            return response(.message(400, "the socket does not say which page it is for"), to: request)
        }
        let page = PageRequest(path: path, query: parts.count > 1 ? parts[1] : "")
        let live = LiveSocket(session: session, request: page, version: query["version"] ?? "")
        let handler = WebSocketHTTPHandler(handler: MessageFrameWSHandler(handler: live))
        return try await handler.handleRequest(request)
    }

    private func ownFile(_ path: String) -> Answer? {
        switch path {
        case "/_preview/preview.js": return .file(PreviewAssets.script, named: path)
        case "/_preview/preview.css": return .file(PreviewAssets.style, named: path)
        case "/_preview/status.css": return .file(PreviewAssets.statusStyle, named: path)
        default: return nil
        }
    }

    private func response(_ answer: Answer, to request: HTTPRequest) -> HTTPResponse {
        var status = answer.status
        var body = answer.body[...]
        var headers: HTTPHeaders = [
            .contentType: answer.type, .cacheControl: "no-store", .acceptRanges: "bytes",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
            HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
            HTTPHeader("Referrer-Policy"): "no-referrer",
        ]
        if let location = answer.location { headers[.location] = location }
        if status == 200, request.method == .GET,
            let range = ByteRange.of(request.headers[.range], size: body.count)
        {
            switch range {
            case .part(let part):
                headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.count)"
                (status, body) = (206, body[part])
            case .unsatisfiable:
                headers[.contentRange] = "bytes */\(body.count)"
                (status, body) = (416, [])
            }
        }
        headers[.contentLength] = String(body.count)
        let isHead = request.method == .HEAD
        return HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: Self.phrases[status] ?? ""), headers: headers,
            body: isHead ? Data() : Data(body))
    }

    private static let phrases = [
        200: "OK", 206: "Partial Content", 302: "Found", 400: "Bad Request", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 416: "Range Not Satisfiable",
    ]
}

/// What the preview adds to pages.
enum PreviewAssets {
    static let script = bytes(of: materia_preview_asset(0))
    static let style = bytes(of: materia_preview_asset(1))
    static let statusStyle = bytes(of: materia_preview_asset(2))

    private static func bytes(of asset: materia_preview_bytes) -> [UInt8] {
        Array(UnsafeBufferPointer(start: asset.bytes, count: asset.size))
    }
}
