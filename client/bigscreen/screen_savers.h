// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/screen_saver.h"

#include <vector>

namespace pressboard::client {

/// All who may darken one screen: the desktop and the X server below it have each a timer of their
/// own.
class ScreenSavers final : public ScreenSaver
{
public:
    void add(std::unique_ptr<ScreenSaver> saver) { m_savers.push_back(std::move(saver)); }

    void inhibit(const QString &reason) override
    {
        for (const auto &saver : m_savers)
            saver->inhibit(reason);
    }
    void release() override
    {
        for (const auto &saver : m_savers)
            saver->release();
    }

private:
    std::vector<std::unique_ptr<ScreenSaver>> m_savers;
};

} // namespace pressboard::client
