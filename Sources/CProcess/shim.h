#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/// No memory of this process on any disk, and none for a debugger of the same user: a password passes through it.
/// Swift does not see prctl, which takes any number of arguments. 0 where both was done.
static inline int afterword_keep_memory_private(void) {
    struct rlimit none = {0, 0};
    int failed = setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    // The limit does not hold where the system hands a core dump to a program; this does.
    failed |= prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    return failed;
}
