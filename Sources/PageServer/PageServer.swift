import Hummingbird
import Page

/// Serves the page on loopback.
package struct PageServer: Sendable {
}
