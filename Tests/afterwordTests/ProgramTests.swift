import Fixtures
import Foundation
import Testing

@Suite struct ProgramTests {
    /// What a killed wrapper of the clock left behind fails nobody who happens to get its process id.
    @Test func theRemainsOfAnotherClockAreNoHindrance() throws {
        let remains = "touch /dev/shm/faketime_shm_$$ /dev/shm/sem.faketime_sem_$$; exec \"$@\""
        let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(silence) }
        let child = try ChildProcess.spawn(
            ["/bin/sh", "-c", remains, "sh"] + Program.atClock(Applicant.evening) + ["/bin/true"],
            environment: Program.environment(home: "/"), descriptors: [silence, silence, silence])
        #expect(ChildProcess.status(of: child) == 0)
    }
}
