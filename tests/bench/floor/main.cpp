// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/floor/floor_server.h"
#include "tests/bench/wire/loopback.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

using namespace pressboard::bench;

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: bench-floor WS_PORT FEED_PORT\n", stderr);
        return 2;
    }
    try {
        raiseDescriptorLimit();
        FloorServer server(std::uint16_t(std::atoi(argv[1])), std::uint16_t(std::atoi(argv[2])));
        std::printf("ready ws://127.0.0.1:%s/\n", argv[1]);
        std::fflush(stdout);
        server.run();
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench-floor: %s\n", error.what());
        return 1;
    }
}
