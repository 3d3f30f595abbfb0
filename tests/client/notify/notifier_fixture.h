// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/notifier.h"
#include "client/translations.h"
#include "tests/client/models/sample_shop.h"

#include <QTemporaryDir>

#include <memory>

namespace pressboard::test {

/// What tests of the notifier begin with: a station of the sample shop, whose clock is moved by
/// hand, and what it was told in toasts.
class NotifierFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_translations.use(QStringLiteral("zh_CN")); }
    void init();
    void cleanup();

protected:
    void restart(); ///< the notifier begins anew, with the settings as they are
    QStringList take(); ///< what was said since the last time, "title / text"
    QStringList newsListed() const; ///< 动态, newest first, without what is no news
    QStringList activityKinds() const; ///< one word for each line of 动态, newest first
    void advance(std::chrono::milliseconds by);
    void waitUntil(QDate day, QTime local);
    QJsonObject notice(const char *level, const QString &message) const;
    void resume(); ///< greeted, and now the missed events come
    void setSource(protocol::SourceState state);

    client::Translations m_translations;
    QTemporaryDir m_folder;
    std::unique_ptr<SampleShop> m_shop;
    std::unique_ptr<client::Settings> m_settings;
    std::unique_ptr<client::Notifier> m_notifier;
    QList<client::Toast> m_toasts;
};

} // namespace pressboard::test
