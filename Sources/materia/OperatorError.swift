/// Why the program could not run, where the words of the command line are sound: exit status 2, one line.
struct OperatorError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
