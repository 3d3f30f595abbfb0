// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

class QWidget;

namespace pressboard::test {

class Stage;

/// Something people may see: a page, a state, a dialog.
struct Scene
{
    QByteArray name; ///< its picture's, before the variant's
    /// Sets it on the stage; what comes back is looked at, and the stage's.
    std::function<QWidget *(Stage &)> set;
};

QList<Scene> pageScenes();
/// The board in each of honestStates().
QList<Scene> stateScenes();
QList<Scene> chartScenes();
QList<Scene> todayScenes();
QList<Scene> dialogScenes();
QList<Scene> wallScenes();
QList<Scene> stationScenes();

} // namespace pressboard::test
