// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/publish/feed_sink.h"
#include "tests/bench/publish/redis_sink.h"
#include "tests/bench/swarm/driver.h"
#include "tests/bench/wire/loopback.h"

#include <cstdio>
#include <exception>

using namespace pressboard::bench;

namespace {

constexpr const char *usage = "usage: bench-swarm port=N [path=/…] [v1=1] [token=…] (feed=PORT | "
                              "redis=SOCKET [stream=KEY])\n";

Publisher::MakeSink sinkFor(const Command &options)
{
    if (const std::string socket = options.text("redis"); !socket.empty()) {
        const std::string stream = options.text("stream");
        return [=] {
            return std::make_unique<RedisSink>(socket,
                                               stream.empty() ? "pressboard:events" : stream);
        };
    }
    const auto port = std::uint16_t(options.count("feed", 0));
    return [=] { return std::make_unique<FeedSink>(port); };
}

Target targetOf(const Command &options)
{
    Target target;
    target.port = std::uint16_t(options.count("port", 0));
    if (const std::string path = options.text("path"); !path.empty())
        target.path = path;
    target.token = options.text("token");
    target.speaksV1 = options.count("v1", 0) > 0;
    return target;
}

} // namespace

int main(int argc, char **argv)
{
    std::string line = "bench-swarm";
    for (int i = 1; i < argc; ++i)
        line += ' ' + std::string(argv[i]);
    const Command options = Command::parse(line);
    if (options.count("port", 0) == 0) {
        std::fputs(usage, stderr);
        return 2;
    }
    try {
        raiseDescriptorLimit();
        Driver(targetOf(options), sinkFor(options)).run();
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench-swarm: %s\n", error.what());
        return 1;
    }
}
