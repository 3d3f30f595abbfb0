// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

/// Has one of each that is guarded. "stack" and "container" go beyond it: then it must not come to
/// its end.
int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    char copy[8];
    // The length is known only while it runs.
    std::memcpy(copy, what, std::strcmp(what, "stack") == 0 ? 64 : 1);
    std::vector<int> numbers(std::size_t(argc), 1);
    const std::size_t at = std::strcmp(what, "container") == 0 ? numbers.size() : 0;
    std::printf("%c %d\n", copy[0], numbers[at]);
    return 0;
}
