// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/notify/notifier_fixture.h"

#include <QTest>

using namespace pressboard::client;
using pressboard::protocol::Sync;

namespace pressboard::test {

void NotifierFixture::init()
{
    m_shop = std::make_unique<SampleShop>();
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("station.ini")));
    m_settings->setNoticesReadUntil({1, 0}); // not its first day
    restart();
}

void NotifierFixture::cleanup()
{
    m_notifier.reset();
    m_settings.reset();
    QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("station.ini"))));
}

void NotifierFixture::restart()
{
    m_toasts.clear();
    m_notifier = std::make_unique<Notifier>(m_shop->store, *m_settings, m_shop->clock);
    connect(m_notifier.get(), &Notifier::toastRaised, this,
            [this](const Toast &toast) { m_toasts.append(toast); });
}

QStringList NotifierFixture::take()
{
    QStringList said;
    for (const Toast &toast : m_toasts)
        said.append(toast.text.isEmpty() ? toast.title
                                         : toast.title + QStringLiteral(" / ") + toast.text);
    m_toasts.clear();
    return said;
}

QStringList NotifierFixture::newsListed() const
{
    QStringList news;
    const ActivityList &activity = m_notifier->activity();
    for (int row = 0; row < activity.rowCount(); ++row) {
        if (activity.entry(row).kind == ActivityEntry::Kind::News)
            news.append(activity.entry(row).news.toast.title);
    }
    return news;
}

QStringList NotifierFixture::activityKinds() const
{
    QStringList kinds;
    const ActivityList &activity = m_notifier->activity();
    for (int row = 0; row < activity.rowCount(); ++row) {
        const ActivityEntry &entry = activity.entry(row);
        if (entry.kind == ActivityEntry::Kind::News)
            kinds.append(QStringLiteral("news"));
        else if (entry.kind == ActivityEntry::Kind::Import)
            kinds.append(QStringLiteral("import %1").arg(entry.imported));
        else
            kinds.append(!entry.gapEnded       ? QStringLiteral("gap")
                             : entry.gapFilled ? QStringLiteral("filled gap")
                                               : QStringLiteral("hole"));
    }
    return kinds;
}

void NotifierFixture::advance(std::chrono::milliseconds by)
{
    m_shop->clock.advance(by);
    if (!m_shop->store.isStale())
        m_shop->store.noteAlive();
    m_notifier->tick();
}

void NotifierFixture::waitUntil(QDate day, QTime local)
{
    const QDateTime then(day, local, m_shop->store.zone());
    advance(std::chrono::milliseconds(then.toMSecsSinceEpoch())
            - m_shop->clock.now().time_since_epoch());
}

QJsonObject NotifierFixture::notice(const char *level, const QString &message) const
{
    return {{QStringLiteral("type"), QString::fromLatin1(level)},
            {QStringLiteral("message"), message},
            {QStringLiteral("sender"), QStringLiteral("王芳")}};
}

void NotifierFixture::resume()
{
    m_shop->greet();
    m_shop->store.handle(Sync{Sync::Mode::Resume, {}});
}

void NotifierFixture::setSource(protocol::SourceState state)
{
    m_shop->store.handle(protocol::SourceChanged{{state, m_shop->clock.now()}});
}

} // namespace pressboard::test
