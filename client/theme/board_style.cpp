// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/board_style.h"

#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QCheckBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace pressboard::client {

namespace {

constexpr int fusionCheckRoom = 20; ///< px, whatever the size of the text

void drawRounded(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border,
                 int width, int radius)
{
    const qreal inset = width / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, width));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

bool isDefaultButton(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button != nullptr && (button->features & QStyleOptionButton::DefaultButton)
        && (button->state & QStyle::State_Enabled);
}

/// Whoever clicks knows where; a ring is for those who come with keys.
bool hasKeyboardFocus(const QStyleOption &option)
{
    return (option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange);
}

} // namespace

BoardStyle::BoardStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme)
{
}

void BoardStyle::drawField(QPainter &painter, const QStyleOption &option) const
{
    const Tokens &t = m_theme.liveTokens();
    const bool focus = option.state & State_HasFocus;
    const QColor fill = option.state & State_Enabled ? t.surface : t.bg;
    drawRounded(painter, option.rect, fill, focus ? t.blue : t.control, focus ? 2 : 1,
                Theme::controlRadius);
}

void BoardStyle::drawButton(QPainter &painter, const QStyleOption &option) const
{
    const Tokens &t = m_theme.liveTokens();
    const bool enabled = option.state & State_Enabled;
    QColor fill = t.surface;
    QColor border = enabled ? t.control : t.line;
    if (isDefaultButton(option))
        fill = border = t.ink;
    else if (option.state & (State_Sunken | State_On))
        fill = t.select;
    else if (enabled && (option.state & State_MouseOver))
        fill = t.hover;
    const bool ring = hasKeyboardFocus(option);
    drawRounded(painter, option.rect, fill, ring ? t.blue : border, ring ? 2 : 1,
                Theme::controlRadius);
}

void BoardStyle::drawCheck(QPainter &painter, const QStyleOption &option, bool round) const
{
    const Tokens &t = m_theme.liveTokens();
    const bool on = option.state & State_On;
    const int side = std::min(option.rect.width(), option.rect.height());
    const QRect box(option.rect.topLeft(), QSize(side, side));
    drawRounded(painter, box, on && !round ? t.blue : t.surface, on ? t.blue : t.control, 1,
                round ? side / 2 : Theme::badgeRadius);
    if (!on)
        return;
    if (!round) {
        Icon(QStringLiteral("check")).paint(painter, box.adjusted(2, 2, -2, -2), t.surface);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.blue);
    painter.drawEllipse(QRectF(box).adjusted(4, 4, -4, -4));
    painter.restore();
}

void BoardStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth == 0)
            return;
        return drawField(*painter, *option);
    case PE_FrameFocusRect:
        // Everything else shows its focus on its own border; a check box is too small for that.
        if (qobject_cast<const QCheckBox *>(widget) != nullptr && hasKeyboardFocus(*option))
            drawRounded(*painter, option->rect, Qt::transparent, m_theme.liveTokens().blue, 1,
                        Theme::badgeRadius);
        return;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
        return;
    case PE_Frame:
        return drawField(*painter, *option);
    case PE_PanelButtonCommand:
        return drawButton(*painter, *option);
    case PE_IndicatorCheckBox:
        return drawCheck(*painter, *option, false);
    case PE_IndicatorRadioButton:
        return drawCheck(*painter, *option, true);
    case PE_PanelTipLabel:
    case PE_FrameMenu:
        return drawRounded(*painter, option->rect, m_theme.liveTokens().surface,
                           m_theme.liveTokens().line, 1, 0);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BoardStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && isDefaultButton(*option)) {
        QStyleOptionButton primary(*qstyleoption_cast<const QStyleOptionButton *>(option));
        primary.palette.setColor(QPalette::ButtonText, m_theme.liveTokens().onInk);
        QProxyStyle::drawControl(element, &primary, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BoardStyle::drawComboBox(QPainter &painter, const QStyleOptionComplex &option,
                              const QWidget *widget) const
{
    drawField(painter, option);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    const int side = m_theme.px(14);
    Icon(QStringLiteral("chevron-down"))
        .paint(painter, QRect(arrow.center() - QPoint(side / 2, side / 2), QSize(side, side)),
               m_theme.liveTokens().text2);
}

void BoardStyle::drawScrollBar(QPainter &painter, const QStyleOptionComplex &option,
                               const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (slider == nullptr || slider->maximum <= slider->minimum)
        return; // its width stays reserved, so that nothing moves when a list grows
    const QRect handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool active = option.state & (State_MouseOver | State_Sunken);
    const int inset = active ? 2 : 3;
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const QRect bar =
        horizontal ? handle.adjusted(1, inset, -1, -inset) : handle.adjusted(inset, 1, -inset, -1);
    const QColor color = active ? m_theme.tokens().text3 : m_theme.tokens().control;
    drawRounded(painter, bar, color, color, 1, std::min(bar.width(), bar.height()) / 2);
}

void BoardStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return drawScrollBar(*painter, *option, widget);
    if (control == CC_ComboBox)
        return drawComboBox(*painter, *option, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect BoardStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return option->rect.adjusted(m_theme.px(6), 2, -m_theme.px(24), -2);
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)
            return {};
        if (subControl == SC_ScrollBarGroove)
            return option->rect;
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (subControl == SC_ScrollBarSlider && slider != nullptr) {
            const bool horizontal = slider->orientation == Qt::Horizontal;
            const int length = horizontal ? option->rect.width() : option->rect.height();
            const qint64 range = qint64(slider->maximum) - slider->minimum;
            const qint64 whole = std::max<qint64>(1, range + slider->pageStep);
            const int shown = int(qint64(length) * slider->pageStep / whole);
            const int size = range <= 0 ? length : std::max(m_theme.px(24), shown);
            const int start =
                sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                        length - size, slider->upsideDown);
            return horizontal ? QRect(start, 0, size, option->rect.height())
                              : QRect(0, start, option->rect.width(), size);
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect BoardStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0)
        return rect.adjusted(m_theme.px(6), 0, -m_theme.px(6), 0);
    return rect;
}

int BoardStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return m_theme.px(10);
    case PM_DefaultFrameWidth:
        return 3; // room for the rounded corners
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.px(16);
    case PM_FocusFrameHMargin: // left and right of an item's words
        return m_theme.px(8);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(8);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BoardStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    if (hint == SH_EtchDisabledText || hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize BoardStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                   const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size = QSize(std::max(contents.width() + m_theme.px(24), m_theme.px(64)), m_theme.px(28));
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        size.setHeight(m_theme.px(28));
    // Measured by its ink but elided by its advance, a line of the menu would lose letters; and
    // Fusion's place for the check mark grows with the line, what it reserves for it does not.
    if (type == CT_MenuItem)
        size.rwidth() += m_theme.px(4) + std::max(0, size.height() * 8 / 10 - fusionCheckRoom);
    return size;
}

} // namespace pressboard::client
