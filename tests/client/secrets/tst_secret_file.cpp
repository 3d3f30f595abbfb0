// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/secret_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

class TestSecretFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsBesideTheSettings()
    {
        QCOMPARE(SecretFile::pathFor(u"/home/lina/.config/pressboard/pressboard.ini"_qs),
                 u"/home/lina/.config/pressboard/pressboard.code"_qs);
    }

    void keepsWhatWasWritten()
    {
        QCOMPARE(read(), QString());
        write(u"first"_qs);
        write(u"second, with \"signs\"; 授权码"_qs);
        QCOMPARE(read(), u"second, with \"signs\"; 授权码"_qs);
        m_file.remove(m_name);
        QCOMPARE(read(), QString());
    }

    void isReadableByItsOwnerOnly()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows keeps the rights of the user's folder");
#endif
        // Also when a file with other rights is in its place.
        QFile old(SecretFile::pathFor(m_name));
        QVERIFY(old.open(QFile::WriteOnly));
        old.close();
        old.setPermissions(QFile::Permissions(0x6666));
        write(u"secret"_qs);
        const QFile::Permissions rights = QFile::permissions(SecretFile::pathFor(m_name));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(rights & others, QFile::Permissions());
        QVERIFY(rights & QFile::ReadOwner);
        QVERIFY(!(rights & QFile::ExeOwner));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList(u"station.code"_qs));
    }

    void saysWhenItCannotWrite()
    {
        // A folder where the file should be: nobody, not even root, can write there.
        const QString name = m_folder.filePath(u"taken.ini"_qs);
        QVERIFY(QDir().mkpath(SecretFile::pathFor(name) + u"/inside"_qs));
        std::optional<Error> problem;
        m_file.write(name, u"secret"_qs, [&problem](const auto &error) { problem = error; });
        QVERIFY(problem);
        QVERIFY2(problem->message.contains(u"taken.code"_qs), qPrintable(problem->message));
    }

private:
    QString read()
    {
        QString text;
        m_file.read(m_name, [&text](const Result<QString> &found) { text = found.value(); });
        return text;
    }

    void write(const QString &secret)
    {
        std::optional<Error> problem;
        m_file.write(m_name, secret, [&problem](const auto &error) { problem = error; });
        QVERIFY(!problem);
    }

    QTemporaryDir m_folder;
    QString m_name = m_folder.filePath(u"station.ini"_qs);
    SecretFile m_file;
};

QTEST_APPLESS_MAIN(TestSecretFile)
#include "tst_secret_file.moc"
