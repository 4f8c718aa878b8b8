import Markup
import Publishing
import Glibc
@main struct M {
  static func main() async throws {
    let a = CommandLine.arguments
    if a.count > 2, a[1] == "build" {
      do {
      let o = try await Pipeline(site: a[2], date: CalendarDate("2026-11-23")!).build(to: a.count > 3 ? a[3] : nil)
      for d in o.diagnostics.prefix(20) { print("\(d.file):\(d.range.start.line):\(d.range.start.column): \(d.severity): \(d.message) [\(d.id)] help: \(d.help)") }
      print(o.errors, o.warnings, o.files)
      for t in o.phasesInMilliseconds + o.pagesInMilliseconds { print(t) }; print(o.wallTime)
      } catch { print(error) }
      return
    }
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true { let n = read(0, &buffer, buffer.count); if n <= 0 { break }; input += buffer[0..<n] }
    let html = HTMLRenderer(rawHTML: .allow, isDialect: false).render(Parser(dialect: .commonMark).parse(input))
    html.bytes.withUnsafeBytes { _ = write(1, $0.baseAddress, $0.count) }
  }
}
