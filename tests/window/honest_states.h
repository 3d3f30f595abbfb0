// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QList>

namespace pressboard::test {

class DesktopFixture;

/// A state the board must tell people about, and how a desktop gets into it.
struct HonestState
{
    const char *name;
    std::function<void(DesktopFixture &)> enter;
};

/// From the first start to a board whose numbers lack their past.
const QList<HonestState> &honestStates();

} // namespace pressboard::test
