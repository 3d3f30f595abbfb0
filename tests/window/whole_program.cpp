// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/whole_program.h"

#include "client/station/station_window.h"
#include "tests/window/sample_shop.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

using namespace pressboard::client;

namespace pressboard::test {

namespace {

const QString server = QStringLiteral("127.0.0.1:9"); // nobody listens there

template<typename Window> Window *onScreen()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<Window *>(widget))
            return found;
    }
    return nullptr;
}

StoreImage sampleImage()
{
    StoreImage image;
    image.book = sampleBook();
    image.stats = sampleStats(image.book);
    image.shop = sampleShop();
    image.dataAsOf = image.lastChange = sampleNow();
    return image;
}

} // namespace

WholeProgram::WholeProgram(Mode mode, const QString &stationName)
    : m_path(m_folder.filePath(QStringLiteral("settings.ini")))
    , m_clock(sampleNow())
    , m_scheduler(m_clock)
    , m_settings(m_path)
    , m_mode(mode)
{
    m_settings.setProfile({stationName, {QStringLiteral("覆膜")}});
    const QString cache = Cache::pathFor(m_path);
    QDir().mkpath(QFileInfo(cache).absolutePath());
    Cache(cache, Cache::keyFor(server, {})).save(sampleImage());
}

WholeProgram::~WholeProgram() = default;

void WholeProgram::start(Options options)
{
    options.server = server;
    options.kiosk = m_mode == Mode::Wall;
    options.station = m_mode == Mode::Station;
    m_program = std::make_unique<Application>(options, SettingsPlace{m_path}, m_clock, m_scheduler);
    m_program->start();
}

MainWindow &WholeProgram::desk() const
{
    return *onScreen<MainWindow>();
}

StationWindow *WholeProgram::station() const
{
    return onScreen<StationWindow>();
}

} // namespace pressboard::test
