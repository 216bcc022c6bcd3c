/* What Swift's own module of glibc leaves out. */
#include <fcntl.h>
#include <linux/stat.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

/// No memory of this process on any disk, and none for a debugger of the same user: a password passes through it.
/// Swift does not see prctl, which takes any number of arguments. 0 where both was done.
static inline int afterword_keep_memory_private(void) {
    struct rlimit none = {0, 0};
    int failed = setrlimit(RLIMIT_CORE, &none);
    // The limit does not hold where the system hands a core dump to a program; this does.
    failed |= prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return failed;
}

/// When a file was born, in seconds since 1970; -1 where that is not known. glibc shows statx to GNU programs alone, which
/// Swift's modules are not.
static inline long long afterword_birth_time(const char *path, unsigned *nanoseconds) {
    struct statx facts;
    if (syscall(SYS_statx, AT_FDCWD, path, 0, STATX_BTIME, &facts) != 0 || !(facts.stx_mask & STATX_BTIME)) return -1;
    *nanoseconds = facts.stx_btime.tv_nsec;
    return facts.stx_btime.tv_sec;
}
