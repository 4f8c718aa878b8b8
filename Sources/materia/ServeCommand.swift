import ArgumentParser
import Foundation
import Preview
import Publishing

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the site in a browser, and follows each save.",
        discussion: """
            Drafts and pages of the future are shown and marked. Nothing is written. /_status/ tells how all pages stand.
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Option(
        help: ArgumentHelp(
            """
            The port to listen at; 0 for any that is free. Default: \(PreviewServer.usualPort), or the next free one of \
            the \(PreviewServer.portsTried - 1) after it.
            """, valueName: "n"))
    var port: UInt16?

    @Option(help: ArgumentHelp("The address to listen at: a number, or localhost.", valueName: "address"))
    var host = "127.0.0.1"

    @Flag(help: "Open the site in a browser.") var open = false

    func run() async throws {
        Self.endAtOnce()
        let folder = try site.folder()
        var options = PreviewServer.Options()
        (options.host, options.port) = (host, port)
        if !options.isLoopback {
            Terminal.writeError(
                "warning: everybody who reaches this machine at \(host) can read the site, drafts and all")
        }
        let server = PreviewServer(Pipeline(site: folder, date: try site.today()), options)
        let greeting = Greeting(
            folder: folder, format: diagnostics.chosen, isPortAsked: port != nil, isQuiet: site.quiet,
            opens: open)
        try await server.run { greeting.say($0) }
    }

    /// Nothing is written, so there is nothing to put in order.
    private static func endAtOnce() {
        for signal in [SIGINT, SIGTERM] { Foundation.signal(signal) { _ in _exit(0) } }
        Foundation.signal(SIGPIPE, SIG_IGN)
    }
}

/// What is said once the preview can be looked at.
private struct Greeting: Sendable {
    let folder: String
    let format: DiagnosticFormat
    let isPortAsked, isQuiet, opens: Bool

    func say(_ start: PreviewServer.Start) {
        DiagnosticPrinter(format: format, folder: folder).print(start.errors)
        let usual = PreviewServer.usualPort
        if !isPortAsked, start.port != usual {
            Terminal.writeError("port \(usual) is in use, so the next free one was taken: \(start.port)")
        }
        if start.isPolling {
            Terminal.writeError("the system tells of no changes here: files are looked at in turn")
        }
        // Programs that read the diagnostics want nothing else there.
        if format == .text || format == .github {
            Terminal.write(start.address + "\n")
        } else {
            Terminal.writeError(start.address)
        }
        if !isQuiet { Terminal.writeError("Ctrl-C ends the preview") }
        if opens { openBrowser(at: start.address) }
    }

    private func openBrowser(at address: String) {
        let opener = Process()
        opener.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        #if os(macOS)
            opener.arguments = ["open", address]
        #else
            opener.arguments = ["xdg-open", address]
        #endif
        (opener.standardOutput, opener.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        opener.terminationHandler = { process in
            if process.terminationStatus != 0 {
                Terminal.writeError("no browser could be opened: go to \(address)")
            }
        }
        do {
            try opener.run()
        } catch {
            Terminal.writeError("no browser could be opened: go to \(address)")
        }
    }
}
