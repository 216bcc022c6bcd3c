import Etiquette
import Foundation
import Mail
import Setup

/// Delivers as messages fall due, until it is told to stop. One thread, which sleeps while nothing is due.
package final class DeliveryLoop {
    private let running: RunningApplication
    private let watch: any Watch
    private let stopSignal: StopSignal
    private let moments: () -> Moments
    private let log: (RunEvent) -> Void
    /// Tells the user that something needs them.
    private let notify: (RunNotice) -> Void
    private let note: FaultNote

    private var schedule = RunSchedule()
    private var ears = PollSchedule()
    /// To the Sent folder, for the sake of copies that are owed.
    private var filed = PollSchedule()
    private var last: Moments
    private var announced: Date??
    private var asked: Set<Interview.ID> = []

    package init(
        running: RunningApplication, watch: any Watch, stopSignal: StopSignal,
        moments: @escaping () -> Moments,
        log: @escaping (RunEvent) -> Void, notify: @escaping (RunNotice) -> Void
    ) {
        self.running = running
        self.watch = watch
        self.stopSignal = stopSignal
        self.moments = moments
        self.log = log
        self.notify = notify
        note = FaultNote(folder: running.application.home.dataFolder)
        last = moments()
    }

    /// Returns when the bell has rung, between two rounds.
    package func run() {
        log(.started)
        if let file = running.secretFile { watch.follow(file) }
        // At once: what a process before this one left in doubt is settled by a round, due or not.
        round(isDue: false)
        while !stopSignal.hasRung {
            lookAtClocks()
            listen()
            if let next = nextFiling, next <= moments().wall { attendToSentFolder() }
            // What changes from here on ends the wait; what changed before is seen now.
            watch.forget()
            lookAtConfiguration()
            switch nextStep() {
            case .send: round(isDue: true)
            case .wait(let until):
                wait(until: [until, nextListening, nextFiling].compactMap(\.self).min() ?? until)
            }
        }
        note.clear()
        log(.stopped)
    }

    private var face: Face { running.application.face }
    private var mailboxRest: MailboxRest { running.application.mailboxRest }

    private func nextStep() -> RunSchedule.Step {
        do {
            let departure = try running.nextDeparture()
            try askHowItWent()
            // The sender has looked at the clock, too: what it calls now is past by now.
            let step = schedule.step(departure, at: moments().wall, patience: watch.patience)
            if step != .send {
                face.keepCalendar(running.application)
                if schedule.pause == nil { announce(departure) }
            }
            return step
        } catch {
            failed(error)
            return schedule.step(nil, at: moments().wall, patience: watch.patience)
        }
    }

    /// Asks after each interview that came by invitation, once in a run.
    private func askHowItWent() throws {
        for advice in try running.application.desk.howItWent(at: moments().wall) {
            guard let interview = advice.interview, asked.insert(interview.id).inserted else { continue }
            log(.over(interview))
            notify(.howItWent(advice))
        }
    }

    /// Says what it waits for, once.
    private func announce(_ departure: Date?) {
        guard announced != .some(departure) else { return }
        announced = .some(departure)
        log(.waiting(departure))
    }

    private func wait(until moment: Date) {
        let wake = watch.wait(until: moment)
        guard wake.contains(.ledger) else { return }
        log(.ledgerChanged)
        schedule.ledgerChanged()
    }

    /// When the mailbox is read next; nil where there is none to read.
    private var nextListening: Date? {
        let now = moments().wall
        return running.listeningInterval.map { interval in
            max(ears.next(at: now, interval: interval), mailboxRest.standing(at: now)?.until ?? now)
        }
    }

    /// When the Sent folder is looked into next for the sake of a copy that is owed; nil where none is.
    private var nextFiling: Date? {
        // A ledger that can't be read is told of by the step that follows.
        guard let copy = try? running.nextCopy(at: moments().wall) else { return nil }
        let now = moments().wall
        return max(
            copy, filed.next(at: now, interval: RunSchedule.breath),
            mailboxRest.standing(at: now)?.until ?? now)
    }

    /// Sees to the Sent folder, unless it is left in peace for a while. What goes wrong there keeps no note from going.
    private func attendToSentFolder() {
        let now = moments().wall
        guard mailboxRest.standing(at: now) == nil else { return }
        filed.done(at: now)
        do {
            for news in try running.attendToSentFolder() { log(.sentFolder(news)) }
        } catch {
            log(.sentFolder(.waiting(error)))
        }
    }

    /// Reads the mailbox where it is time to. What goes wrong there keeps no note from going; the question has its own
    /// look into the mailbox.
    private func listen() {
        let now = moments().wall
        guard let next = nextListening, next <= now else { return }
        do {
            let listened = try running.listen()
            for noted in listened.noted { log(.heard(noted)) }
            if !listened.noted.isEmpty { notify(.mails(listened.noted)) }
            if let trouble = listened.missing.first { throw trouble }
            ears.done(at: now)
            attendToSentFolder()
        } catch {
            // What the rest says nothing of is tried at the next interval.
            ears.done(at: now)
            let next = mailboxRest.standing(at: now)?.until ?? nextListening ?? now
            log(.mailboxUnread(error, until: next))
            if face.needsUser(error), mailboxRest.count < 2 { notify(.mailboxUnread) }
        }
    }

    private func lookAtClocks() {
        let now = moments()
        let surprises = now.surprises(since: last)
        last = now
        for surprise in surprises { log(.surprised(surprise)) }
        if !surprises.isEmpty { schedule.clockChanged() }
    }

    private func lookAtConfiguration() {
        do {
            guard try running.renew() else { return }
            if let file = running.secretFile { watch.follow(file) }
            log(.configurationRead)
            schedule.resume()
            (ears, filed) = (PollSchedule(), PollSchedule())
        } catch {
            log(.configurationRefused(error))
            notify(.configurationRefused)
        }
    }

    /// - Parameter isDue: something was found to be due.
    private func round(isDue: Bool) {
        do {
            let round = try running.send(at: moments().wall)
            for messageStatus in round.moved { log(.moved(messageStatus)) }
            attendToSentFolder()
            if !round.needsUser.isEmpty { notify(.messages(round.needsUser)) }
            if !round.ready.isEmpty {
                log(.ready(round.ready.map(\.id)))
                notify(.ready(round.ready))
            }
            if case .mend? = round.stop, let stop = round.stop {
                return pause(.account, stop, isUrgent: true)
            }
            if let stop = round.stop { log(.serverTakesNothing(stop)) }
            schedule.done(isStuck: isDue && round.moved.isEmpty, at: moments().wall)
            note.clear()
        } catch {
            failed(error)
        }
    }

    private func failed(_ error: any Error) {
        pause(error is SecretProblem ? .secret : .application, error, isUrgent: face.needsUser(error))
    }

    /// Tells the user with the first pause of a row; the note stands as long as the row.
    private func pause(_ cause: Pause.Cause, _ error: any Error, isUrgent: Bool) {
        let pause = schedule.failed(cause, at: moments().wall)
        announced = nil
        log(.paused(error, until: pause.until))
        guard isUrgent else { return }
        // One line, of however many things it tells.
        note.show(face.sentence(error).replacing("\n", with: " "))
        if pause.count == 1 { notify(.paused(cause)) }
    }
}
