// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace anteroom::intake {

/// Address space of the child. A photo of 100 megapixels that has to be held whole (an interlaced PNG with
/// transparency, a progressive JPEG without subsampling) takes 400–600 MB; all others stay far below.
inline constexpr size_t memoryLimit = size_t(768) * 1024 * 1024;
inline constexpr unsigned cpuSeconds = 10;

/// Whether `confine` does all it says. Sanitizers need address space and system calls that it takes away, so
/// builds with them leave out the memory limit and the filter.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool confinementIsWhole = false;
#else
inline constexpr bool confinementIsWhole = true;
#endif

/// Gives up, for good, all that reading a photo does not need: every descriptor but 0 and 1, new privileges,
/// being traced or dumped, memory over the limit, processor time over ten seconds, files, processes, threads,
/// and every system call but reading, writing, taking memory and ending. What else is tried fails with EPERM
/// (a library may look for a file); a new process or program, a connection, a signal, executable memory and
/// the like end the process. False where a part of it failed: then nothing may be read. Call once, before the
/// first byte of input.
[[nodiscard]] bool confine();

} // namespace anteroom::intake
