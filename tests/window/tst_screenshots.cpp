// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"
#include "tests/window/stage.h"

#include <QCursor>
#include <QDir>
#include <QGuiApplication>
#include <QScreen>
#include <QTest>

using namespace pressboard;

/// Everything people may see, in every variant it must be right in, as pictures to be looked at;
/// and no word of it is cut that should not be. PRESSBOARD_LONG_TESTS=yes for all of them: else
/// each scene is seen in a few variants, and each variant with a few scenes.
class TestScreenshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void areRight_data();
    void areRight();

private:
    const QList<test::Scene> m_scenes = test::pageScenes() + test::stateScenes()
        + test::chartScenes() + test::todayScenes() + test::dialogScenes() + test::wallScenes()
        + test::stationScenes();
    const QList<test::Variant> m_variants = test::everyVariant();
    const QDir m_folder{QStringLiteral(PRESSBOARD_SCREENSHOTS)};
};

void TestScreenshots::initTestCase()
{
    QVERIFY(m_folder.mkpath(QStringLiteral(".")));
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight()); // on no row
}

void TestScreenshots::areRight_data()
{
    QTest::addColumn<qsizetype>("scene");
    QTest::addColumn<qsizetype>("variant");
    const bool isLong = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS");
    const qsizetype each = isLong ? m_variants.size() : 2;
    qsizetype next = 0;
    for (qsizetype scene = 0; scene < m_scenes.size(); ++scene) {
        for (qsizetype count = 0; count < each; ++count) {
            const qsizetype variant = next++ % m_variants.size();
            QTest::addRow("%s-%s", m_scenes.at(scene).name.constData(),
                          qPrintable(m_variants.at(variant).name()))
                << scene << variant;
        }
    }
}

void TestScreenshots::areRight()
{
    QFETCH(qsizetype, scene);
    QFETCH(qsizetype, variant);
    test::Stage stage(m_variants.at(variant));
    QWidget *shown = m_scenes.at(scene).set(stage);
    QVERIFY(shown != nullptr);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    QVERIFY(test::Stage::picture(*shown).save(m_folder.filePath(name + u".png"_qs)));
    const QStringList faults = stage.faults(*shown);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
