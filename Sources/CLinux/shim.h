/* What Swift's own module of glibc leaves out. */
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/timerfd.h>

/// No memory of this process on any disk, and none for a debugger of the same user: a password passes through it.
/// Swift does not see prctl, which takes any number of arguments. 0 where both was done.
static inline int afterword_keep_memory_private(void) {
    struct rlimit none = {0, 0};
    int failed = setrlimit(RLIMIT_CORE, &none);
    // The limit does not hold where the system hands a core dump to a program; this does.
    failed |= prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return failed;
}
