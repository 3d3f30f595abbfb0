// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/theme.h"
#include "client/toasts/toast_card.h"
#include "client/toasts/toast_stack.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

Toast toast(const QString &title, bool sticky = false)
{
    Toast toast;
    toast.title = title;
    toast.text = QStringLiteral("东方出版社");
    toast.sticky = sticky;
    toast.noticeId = title;
    toast.duration = 10min; // no test waits for it
    return toast;
}

void hover(ToastCard &card, bool over)
{
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&card, over ? static_cast<QEvent *>(&enter) : &leave);
}

QStringList titles(const ToastStack &stack)
{
    QStringList titles;
    for (const ToastCard *card : stack.cards())
        titles.append(card->toast().title);
    return titles;
}

} // namespace

class TestToastStack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsAtTheTopRight()
    {
        Theme theme;
        ToastStack stack(theme);
        stack.setArea({0, 0, 1280, 720}, ToastPlace::Corner::TopRight);
        stack.show(toast(u"a"_qs));
        stack.show(toast(u"b"_qs));
        const ToastCard &first = *stack.cards().at(0);
        const ToastCard &second = *stack.cards().at(1);
        QCOMPARE(first.pos(), QPoint(1280 - 12 - 360, 12));
        QCOMPARE(second.y(), first.y() + first.height() + 8);
        QVERIFY(first.height() >= 60);
    }

    void standsInAnyCorner_data()
    {
        using Corner = ToastPlace::Corner;
        QTest::addColumn<Corner>("corner");
        QTest::addColumn<bool>("left");
        QTest::addColumn<bool>("top");
        QTest::newRow("top right") << Corner::TopRight << false << true;
        QTest::newRow("top left") << Corner::TopLeft << true << true;
        QTest::newRow("bottom right") << Corner::BottomRight << false << false;
        QTest::newRow("bottom left") << Corner::BottomLeft << true << false;
    }

    void standsInAnyCorner()
    {
        QFETCH(ToastPlace::Corner, corner);
        QFETCH(bool, left);
        QFETCH(bool, top);
        Theme theme;
        ToastStack stack(theme);
        const QRect screen(1280, 40, 1024, 700); // the second one, below a bar
        stack.setArea(screen, corner);
        stack.show(toast(u"a"_qs));
        stack.show(toast(u"b"_qs));
        const QRect first = stack.cards().at(0)->geometry();
        const QRect second = stack.cards().at(1)->geometry();
        QCOMPARE(left ? first.left() - screen.left() : screen.right() - first.right(), 12);
        QCOMPARE(top ? first.top() - screen.top() : screen.bottom() - first.bottom(), 12);
        QCOMPARE(second.left(), first.left());
        QCOMPARE(top ? second.top() - first.bottom() : first.top() - second.bottom(), 9);
    }

    void neverTakesTheKeyboard()
    {
        Theme theme;
        ToastStack stack(theme);
        stack.show(toast(u"a"_qs, true));
        const ToastCard &card = *stack.cards().first();
        QVERIFY(card.testAttribute(Qt::WA_ShowWithoutActivating));
        QVERIFY(card.windowFlags() & Qt::WindowDoesNotAcceptFocus);
        QCOMPARE(card.findChild<QAbstractButton *>()->focusPolicy(), Qt::NoFocus);
    }

    void moreThanFitWait()
    {
        Theme theme;
        ToastStack stack(theme);
        for (int i = 0; i < 7; ++i)
            stack.show(toast(QString::number(i)));
        QCOMPARE(titles(stack), QStringList({u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs}));
        Q_EMIT stack.cards().first()->expired();
        QCOMPARE(titles(stack), QStringList({u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs, u"5"_qs}));
    }

    void keepsWhatMustBeSeen()
    {
        Theme theme;
        ToastStack stack(theme);
        for (int i = 0; i < ToastStack::shownAtOnce; ++i)
            stack.show(toast(QString::number(i)));
        stack.show(toast(u"must"_qs, true));
        for (int i = 0; i < 3 * ToastStack::waiting; ++i)
            stack.show(toast(u"may"_qs));
        for (int i = 0; i < ToastStack::shownAtOnce; ++i)
            Q_EMIT stack.cards().first()->expired();
        QVERIFY(titles(stack).contains(u"must"_qs));
    }

    /// Who is about to click on a card must not hit the one that slid there.
    void nothingMovesUnderThePointer()
    {
        Theme theme;
        ToastStack stack(theme);
        stack.setArea({0, 0, 1280, 720}, ToastPlace::Corner::BottomRight);
        for (const QString &title : {u"a"_qs, u"b"_qs, u"c"_qs})
            stack.show(toast(title));
        ToastCard *second = stack.cards().at(1);
        const QRect before = second->geometry();
        hover(*second, true);
        Q_EMIT stack.cards().at(0)->expired();
        QCOMPARE(second->geometry(), before);
        stack.show(toast(u"d"_qs));
        QCOMPARE(second->geometry(), before);
        QVERIFY(!stack.cards().at(2)->geometry().intersects(stack.cards().at(1)->geometry()));
        hover(*second, false);
        QCOMPARE(second->geometry().bottom(), 720 - 12 - 1); // now it moves up
    }

    void isWholeUnderThePointer()
    {
        Theme theme;
        ToastStack stack(theme);
        stack.setArea({0, 0, 1280, 720}, ToastPlace::Corner::BottomRight);
        Toast longOne = toast(u"注意·王芳"_qs);
        longOne.text = QString(400, u'请');
        stack.show(longOne);
        stack.show(toast(u"b"_qs));
        ToastCard *card = stack.cards().first();
        const QRect before = card->geometry();
        hover(*card, true);
        QVERIFY(card->height() > before.height());
        QCOMPARE(card->geometry().bottom(), before.bottom());
        QVERIFY(card->height() < 12 * 24); // a click leads to the rest
        QVERIFY(!stack.cards().at(1)->geometry().intersects(card->geometry()));
        hover(*card, false);
        QCOMPARE(card->geometry(), before);
    }

    void theKeyboardGoesThroughThem()
    {
        Theme theme;
        ToastStack stack(theme);
        for (const QString &title : {u"a"_qs, u"b"_qs, u"c"_qs})
            stack.show(toast(title, true));
        QSignalSpy acknowledged(&stack, &ToastStack::acknowledged);
        stack.acknowledgeMarked(); // the oldest
        QCOMPARE(titles(stack), QStringList({u"b"_qs, u"c"_qs}));
        stack.markNext();
        stack.markNext();
        QVERIFY(stack.cards().at(1)->isMarked());
        QVERIFY(!stack.cards().at(0)->isMarked());
        stack.acknowledgeMarked();
        QCOMPARE(titles(stack), QStringList({u"b"_qs}));
        QCOMPARE(acknowledged.size(), 2);
        QSignalSpy wanted(&stack, &ToastStack::boardWanted);
        stack.chooseMarked();
        QCOMPARE(wanted.size(), 1);
        stack.acknowledgeMarked();
        stack.acknowledgeMarked(); // none is left
        stack.markNext();
        QVERIFY(stack.cards().isEmpty());
    }

    void gotItAcknowledges()
    {
        Theme theme;
        ToastStack stack(theme);
        stack.show(toast(u"notice-1"_qs, true));
        QSignalSpy acknowledged(&stack, &ToastStack::acknowledged);
        stack.cards().first()->findChild<QAbstractButton *>()->click();
        QCOMPARE(acknowledged.count(), 1);
        QCOMPARE(acknowledged.first().first().toString(), u"notice-1"_qs);
        QVERIFY(stack.cards().isEmpty());
    }

    void aClickShowsTheOrder()
    {
        Theme theme;
        ToastStack stack(theme);
        Toast about = toast(u"a"_qs);
        about.orderId = 17;
        stack.show(about);
        QSignalSpy chosen(&stack, &ToastStack::orderChosen);
        QTest::mouseClick(stack.cards().first(), Qt::LeftButton, {}, QPoint(200, 30));
        QCOMPARE(chosen.first().first().value<pressboard::CrmId>(), 17);
        QVERIFY(stack.cards().isEmpty());
    }

    void goesByItself()
    {
        Theme theme;
        ToastStack stack(theme);
        Toast brief = toast(u"a"_qs);
        brief.duration = 1ms;
        stack.show(brief);
        QTRY_VERIFY(stack.cards().isEmpty());
    }

    void takesBackWhatWasWithdrawn()
    {
        Theme theme;
        ToastStack stack(theme);
        for (int i = 0; i < 6; ++i)
            stack.show(toast(QString::number(i), true));
        stack.withdraw(u"5"_qs); // waits
        stack.withdraw(u"2"_qs);
        QCOMPARE(titles(stack), QStringList({u"0"_qs, u"1"_qs, u"3"_qs, u"4"_qs}));
    }
};

QTEST_MAIN(TestToastStack)
#include "tst_toast_stack.moc"
