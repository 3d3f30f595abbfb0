// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_saver.h"

namespace pressboard::client {

namespace {

class NoScreenSaver final : public ScreenSaver
{
public:
    void inhibit(const QString &) override { }
    void release() override { }
};

} // namespace

std::unique_ptr<ScreenSaver> ScreenSaver::ofSystem()
{
    return std::make_unique<NoScreenSaver>();
}

} // namespace pressboard::client
