import Application
import ArgumentParser
import Foundation
import Ledger
import Logging
import PageServer
import ServiceLifecycle
import Setup
import Wording

/// The page, in the user's own browser.
struct Open: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open everything in your browser.",
        discussion: """
            The page is on this computer alone, and lets nobody in who did not come by this
            command or by Afterword in your menu of programs. Your browser stays let in for
            twelve hours.

            Where 'afterword run' is up, that serves the page, and this command ends at
            once. Otherwise it stays and serves the page itself, until you press Ctrl-C or
            an hour has passed since you last used it.

            EXAMPLES
              afterword open
              afterword open --no-browser   only print which file opens it
            """)

    @Flag(help: "Print the address of the file that opens the page, and start no browser.")
    var noBrowser = false

    /// Seconds without a visit.
    private static let quietEnd: TimeInterval = 3600
    /// Seconds that another process gets to answer, which has just begun to serve the page.
    private static let patience: TimeInterval = 5

    func run(in application: Application) throws -> Exit {
        let folder = try application.pageFolder
        guard let lock = try folder.lock() else {
            try show(folder, at: Self.port(of: folder, application.platform), application.platform)
            return .done
        }
        try serve(folder, lock, in: application)
        return .done
    }

    private static func port(of folder: PageFolder, _ platform: Platform) throws -> Int {
        let end = platform.now + patience
        while true {
            if let port = folder.servedPort { return port }
            guard platform.now < end else { throw PageSilent() }
            platform.pause(until: min(end, platform.now + 0.05))
        }
    }

    private func serve(_ folder: PageFolder, _ lock: FileLock, in application: Application) throws {
        let platform = application.platform
        // One for each processor, one to browsers, one for the pages, two for signals.
        try Application.requireThreads(ProcessInfo.processInfo.activeProcessorCount + 4)
        let page = try PageService(in: application, lock: lock, quietEnd: Self.quietEnd) { port in
            do {
                try show(folder, at: port, platform)
                Output.problem(Wording.pageStays)
            } catch {
                Output.problem("afterword: " + (CommandFailure(error)?.sentence ?? "\(error)"))
            }
        }
        let quiet = Logger(label: "afterword") { _ in SwiftLogNoOpLogHandler() }
        var group = ServiceGroupConfiguration(
            services: [.init(service: page, successTerminationBehavior: .gracefullyShutdownGroup)],
            gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: quiet)
        // A form that is still on its way is not waited for longer.
        group.maximumGracefulShutdownDuration = .seconds(5)
        try AsynchronousWork.wait { [group] in try await ServiceGroup(configuration: group).run() }
    }

    private func show(_ folder: PageFolder, at port: Int, _ platform: Platform) throws {
        let file = try folder.writeEntrance(port: port, at: platform.now, random: platform.freshID)
        if !noBrowser {
            let isShown = Browser(environment: platform.environment).open(file)
            Output.line(isShown ? Wording.pageOpened : Wording.pageByHand)
        }
        Output.line(URL(filePath: file).absoluteString)
    }
}

/// Another process has the page and does not answer.
struct PageSilent: ExitCoded {
    var sentence: Sentence { Wording.pageSilent }
    var exit: Exit { .deferred }
}
