// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/confine.h"

#include <seccomp.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <initializer_list>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace anteroom::intake {
namespace {

bool limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{value, value};
    return setrlimit(resource, &both) == 0;
}

bool limitResources()
{
    bool done = limit(RLIMIT_CPU, cpuSeconds) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
                limit(RLIMIT_NOFILE, 2) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_MEMLOCK, 0) &&
                limit(RLIMIT_MSGQUEUE, 0);
    if constexpr (confinementIsWhole)
        done = done && limit(RLIMIT_AS, memoryLimit);
    return done;
}

/// Adds one rule: what happens to `call`, always or where one argument is as said.
template<typename... Compare>
bool rule(scmp_filter_ctx filter, uint32_t action, int call, Compare... compare)
{
    return seccomp_rule_add(filter, action, call, sizeof...(compare), compare...) == 0;
}

bool filterCalls()
{
    // Refused is what is not allowed. Libraries try odd things (exiv2 looks for a settings file when it meets
    // certain maker notes) and cope with a refusal; what no library would do here ends the process.
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return false;
    bool done = true;
    for (const int call :
         {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise), SCMP_SYS(futex),
          SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(getrandom),
          SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(restart_syscall),
          // The folder is "/", and exiv2 takes it for granted that there is an answer.
          SCMP_SYS(getcwd)})
        done = done && rule(filter, SCMP_ACT_ALLOW, call);
    for (const int call : {SCMP_SYS(execve),
                           SCMP_SYS(execveat),
                           SCMP_SYS(fork),
                           SCMP_SYS(vfork),
                           SCMP_SYS(clone),
                           SCMP_SYS(clone3),
                           SCMP_SYS(ptrace),
                           SCMP_SYS(kill),
                           SCMP_SYS(tkill),
                           SCMP_SYS(process_vm_readv),
                           SCMP_SYS(process_vm_writev),
                           SCMP_SYS(connect),
                           SCMP_SYS(bind),
                           SCMP_SYS(sendto),
                           SCMP_SYS(sendmsg),
                           SCMP_SYS(recvmsg),
                           SCMP_SYS(bpf),
                           SCMP_SYS(io_uring_setup),
                           SCMP_SYS(unshare),
                           SCMP_SYS(setns),
                           SCMP_SYS(mount),
                           SCMP_SYS(prctl),
                           SCMP_SYS(memfd_create),
                           SCMP_SYS(unlink),
                           SCMP_SYS(unlinkat),
                           SCMP_SYS(rename),
                           SCMP_SYS(renameat2)})
        done = done && rule(filter, SCMP_ACT_KILL_PROCESS, call);
    // Only from the one stream and to it; memory never to be executed.
    const scmp_arg_cmp input{0, SCMP_CMP_EQ, STDIN_FILENO, 0};
    const scmp_arg_cmp output{0, SCMP_CMP_EQ, STDOUT_FILENO, 0};
    const scmp_arg_cmp plain{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    const scmp_arg_cmp executable{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC};
    done = done && rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), input) &&
           rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), output);
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        done = done && rule(filter, SCMP_ACT_ALLOW, call, plain) &&
               rule(filter, SCMP_ACT_KILL_PROCESS, call, executable);
    }
    done = done && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return done;
}

} // namespace

bool confine()
{
    if (close_range(2, ~0U, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 ||
        !limitResources())
        return false;
    if constexpr (confinementIsWhole)
        return filterCalls();
    return true;
}

} // namespace anteroom::intake
