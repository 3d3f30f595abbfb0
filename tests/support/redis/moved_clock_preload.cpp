// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded before everything else into a redis-server whose clock a test moves on (LD_PRELOAD): its
// gettimeofday() is ahead by the microseconds in the file that PRESSBOARD_MOVED_CLOCK names.
// libfaketime cannot do it: it allocates memory when it is first called, which is by Redis'
// allocator as it starts.
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

const volatile std::int64_t *ahead = nullptr;

__attribute__((constructor)) void openFile()
{
    const char *name = std::getenv("PRESSBOARD_MOVED_CLOCK");
    const int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *page = mmap(nullptr, sizeof(*ahead), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (page != MAP_FAILED)
        ahead = static_cast<std::int64_t *>(page);
}

} // namespace

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const std::int64_t us =
        std::int64_t(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000 + (ahead ? *ahead : 0);
    time->tv_sec = us / 1'000'000;
    time->tv_usec = us % 1'000'000;
    return 0;
}
