// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/data_dir.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::server::platform;

namespace {

constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr auto group = QFile::ReadGroup | QFile::ExeGroup;
constexpr auto everybody = QFile::ReadOther | QFile::ExeOther;

/// Without the three that say what the one who asks may do.
QFile::Permissions permissions(const QString &path)
{
    return QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
}

} // namespace

/// Whom the data directory is open to.
class TestDataDir : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeForThisUserAlone();
    void isClosedWhereItIsOurs_data();
    void isClosedWhereItIsOurs();
    void isRefusedWhereItHoldsOtherThings();
    void staysAsItIsWhereNobodyElseGetsIn_data();
    void staysAsItIsWhereNobodyElseGetsIn();

private:
    QString directory(QFile::Permissions permissions, const QString &holding = {});

    QTemporaryDir m_dir;
    int m_count = 0;
};

QString TestDataDir::directory(QFile::Permissions permissions, const QString &holding)
{
    const QString path = m_dir.filePath(QString::number(++m_count));
    QDir().mkpath(path);
    QFile file(path + u'/' + holding);
    if (!holding.isEmpty() && !file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    QFile::setPermissions(path, permissions);
    return path;
}

void TestDataDir::isMadeForThisUserAlone()
{
    const QString path = m_dir.filePath(QStringLiteral("made/below"));
    QCOMPARE(makeDataDir(path), QString());
    QCOMPARE(permissions(path), owner);
}

void TestDataDir::isClosedWhereItIsOurs_data()
{
    QTest::addColumn<QFile::Permissions>("before");
    QTest::addColumn<QString>("holding");
    QTest::newRow("empty, 0755") << QFile::Permissions(owner | group | everybody) << QString();
    QTest::newRow("0701") << QFile::Permissions(owner | QFile::ExeOther) << QString();
    QTest::newRow("0770") << QFile::Permissions(owner | group | QFile::WriteGroup) << QString();
    for (const char *mark : {"lock", "admin.token", "had-users", "redis.sock", "appendonlydir"}) {
        QTest::newRow(mark) << QFile::Permissions(owner | group | everybody)
                            << QString::fromLatin1(mark);
    }
}

void TestDataDir::isClosedWhereItIsOurs()
{
    QFETCH(QFile::Permissions, before);
    QFETCH(QString, holding);
    const QString path = directory(before, holding);
    QCOMPARE(makeDataDir(path), QString());
    QCOMPARE(permissions(path), owner);
}

/// Somebody's home, or /tmp: closing it would lock others out of what is theirs.
void TestDataDir::isRefusedWhereItHoldsOtherThings()
{
    const auto before = owner | group | everybody;
    const QString path = directory(before, QStringLiteral(".profile"));
    const QString why = makeDataDir(path);
    QVERIFY2(why.contains(QStringLiteral("chmod 700")), qPrintable(why));
    QCOMPARE(permissions(path), before);
}

void TestDataDir::staysAsItIsWhereNobodyElseGetsIn_data()
{
    QTest::addColumn<QFile::Permissions>("before");
    QTest::newRow("0700") << QFile::Permissions(owner);
    QTest::newRow("a group that may read, for backups") << QFile::Permissions(owner | group);
}

void TestDataDir::staysAsItIsWhereNobodyElseGetsIn()
{
    QFETCH(QFile::Permissions, before);
    const QString path = directory(before, QStringLiteral("anything"));
    QCOMPARE(makeDataDir(path), QString());
    QCOMPARE(permissions(path), before);
}

QTEST_APPLESS_MAIN(TestDataDir)
#include "tst_data_dir.moc"
