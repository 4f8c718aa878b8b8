#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum Processors {
    /// How many there are to work on.
    static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
