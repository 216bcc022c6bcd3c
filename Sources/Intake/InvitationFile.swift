import Mail

/// A file with one or several invitations, read.
package struct InvitationFile: Sendable {
    /// What it holds: of several versions of one meeting only the newest, in the order of the file.
    package let invitations: [Invitation]
    /// Events that can't be taken, beside some that can.
    package let refused: [IntakeProblem]

    /// The most bytes of a file; whoever opens it stops reading there.
    package static let sizeLimit = 5 * 1024 * 1024
}

extension Invitation {
    /// Whether the beginning of a file is that of a calendar, a mail or an mbox.
    package static func looksLikeOne(_ head: [UInt8]) -> Bool { FileKind(head) != .other }

    /// Reads a calendar (RFC 5545), a mail that carries one, or an mbox of such mails; the bytes tell which.
    /// - Parameters:
    ///   - name: as the user named the file, for problems.
    ///   - me: whose invitations they are.
    ///   - kind: what it is, where that is known.
    /// - Throws: where the file holds nothing that can be taken, the first reason for it.
    package static func read(
        _ bytes: [UInt8], named name: String, for me: Me, as kind: FileKind? = nil
    ) throws(IntakeProblem) -> InvitationFile {
        do throws(InvitationRefusal) {
            guard bytes.count <= InvitationFile.sizeLimit else {
                throw InvitationRefusal(.tooLarge(limit: InvitationFile.sizeLimit))
            }
            let kind = kind ?? FileKind(bytes)
            let sender = kind == .mail ? IncomingHeaders(parsing: bytes).from.first?.key : nil
            var reading = FileReading(me: me, sender: sender)
            for source in try CalendarSource.all(in: bytes, kind) { try reading.take(source) }
            return try reading.result(named: name)
        } catch {
            throw error.problem(named: name)
        }
    }
}

/// A problem before it is known which file it is in.
struct InvitationRefusal: Error {
    let fault: IntakeProblem.Fault
    let place: CalendarPlace?

    init(_ fault: IntakeProblem.Fault, at place: CalendarPlace? = nil) {
        self.fault = fault
        self.place = place
    }

    func problem(named file: String) -> IntakeProblem {
        IntakeProblem(file: file, place: place, fault: fault)
    }
}

/// The invitations of one file as they are found.
private struct FileReading {
    let me: Me
    let sender: String?
    private var invitations: [Invitation] = []
    private var refused: [InvitationRefusal] = []

    init(me: Me, sender: String?) {
        self.me = me
        self.sender = sender
    }

    /// What is wrong with one calendar of a mail does not spoil the next.
    mutating func take(_ source: CalendarSource) throws(InvitationRefusal) {
        do throws(InvitationRefusal) {
            for calendar in try CalendarText(source).calendars {
                take(try CalendarReading(calendar, of: source, from: sender, for: me))
            }
        } catch {
            refused.append(error)
        }
    }

    private mutating func take(_ calendar: CalendarReading) {
        for event in calendar.events {
            do throws(InvitationRefusal) {
                add(try calendar.invitation(of: event))
            } catch {
                refused.append(error)
            }
        }
    }

    /// A mail has the same calendar twice, as an alternative and as a file; a mailbox has its versions.
    private mutating func add(_ invitation: Invitation) {
        guard let known = invitations.firstIndex(where: invitation.isAboutSame) else {
            return invitations.append(invitation)
        }
        if invitation.version.replaces(invitations[known].version) { invitations[known] = invitation }
    }

    func result(named name: String) throws(InvitationRefusal) -> InvitationFile {
        if invitations.isEmpty { throw refused.first ?? InvitationRefusal(.noEvent) }
        return InvitationFile(invitations: invitations, refused: refused.map { $0.problem(named: name) })
    }
}
