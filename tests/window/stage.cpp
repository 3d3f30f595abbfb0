// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/stage.h"

#include "client/controls/dialog_body.h"
#include "client/controls/search_field.h"
#include "client/orders/link_button.h"
#include "client/window/header_bar.h"
#include "tests/window/text_audit.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QPainter>

#include <algorithm>

namespace pressboard::test {

namespace {

constexpr int screenMargin = 48; ///< px a desktop keeps for title bars and its own

QList<QWidget *> openOver(const QWidget &ground)
{
    QList<QWidget *> found;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        const bool isOver = window->isVisible() && window != &ground
            && (window->windowType() == Qt::Popup || window->parentWidget() == &ground);
        if (isOver)
            found.append(window);
    }
    return found;
}

/// An action that asks more before it does anything says so with dots of its own.
QStringList wordsWithDots(const QWidget &window)
{
    QStringList words;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        words.append(button->text());
    for (const QAction *action : window.actions())
        words.append(action->text());
    return words.filter(QChar(0x2026));
}

/// Of the shop's own fields: the tooltip has them whole.
QStringList addresses(const QWidget &window)
{
    QStringList addresses;
    for (const auto *link : window.findChildren<client::LinkButton *>())
        addresses.append(link->address());
    return addresses;
}

} // namespace

Stage::Stage(const Variant &which)
    : variant(which)
    , desktop(which.language)
{
    desktop.theme.setTextScale(variant.textPercent);
    desktop.theme.fit(variant.size);
    desktop.setDark(variant.isDark);
}

QString Stage::text(const char16_t *chinese, const char16_t *english) const
{
    return QString::fromUtf16(isChinese() ? chinese : english);
}

QSize Stage::room() const
{
    return variant.size - QSize(screenMargin, screenMargin);
}

QWidget *Stage::openWindow()
{
    desktop.show(variant.size);
    return &desktop.window;
}

QWidget *Stage::open(std::unique_ptr<QWidget> widget)
{
    if (!widget->testAttribute(Qt::WA_Resized))
        widget->adjustSize();
    widget->setMaximumSize(widget->maximumSize().boundedTo(room()));
    for (auto *contents : widget->findChildren<client::DialogBody *>()) {
        contents->updateGeometry(); // its screen is another now
        client::DialogBody::fit(*widget);
    }
    return openAsItIs(std::move(widget));
}

QWidget *Stage::openOverAll(std::unique_ptr<QWidget> widget)
{
    widget->resize(variant.size);
    return openAsItIs(std::move(widget));
}

QWidget *Stage::openAsItIs(std::unique_ptr<QWidget> widget)
{
    widget->show();
    QApplication::processEvents();
    m_opened.push_back(std::move(widget));
    return m_opened.back().get();
}

QPixmap Stage::picture(QWidget &widget)
{
    QRect all(widget.pos(), widget.size());
    for (const QWidget *over : openOver(widget))
        all |= QRect(over->pos(), over->size());
    QPixmap picture(all.size());
    picture.fill(Qt::gray);
    QPainter painter(&picture);
    painter.drawPixmap(widget.pos() - all.topLeft(), widget.grab());
    for (QWidget *over : openOver(widget))
        painter.drawPixmap(over->pos() - all.topLeft(), over->grab());
    return picture;
}

QStringList Stage::faults(QWidget &widget) const
{
    QStringList names = mayBeCut + QStringList{desktop.window.header().search().placeholderText()};
    for (const Order &order : desktop.store.book().orders())
        names << order.customerName << order.productName;
    QStringList faults;
    const bool isOwn = std::any_of(m_opened.begin(), m_opened.end(), [&widget](const auto &opened) {
        return opened.get() == &widget;
    });
    if (isOwn && qobject_cast<QDialog *>(&widget)
        && widget.size() != widget.size().boundedTo(room()))
        faults.append(QStringLiteral("is larger than its screen"));
    for (QWidget *window : QList<QWidget *>{&widget} + openOver(widget))
        faults += textFaults(*window, names + wordsWithDots(*window) + addresses(*window));
    return faults;
}

} // namespace pressboard::test
