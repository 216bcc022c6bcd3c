import Testing

@testable import PageServer

@Suite struct PageServerTests {
}
