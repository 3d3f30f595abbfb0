// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace pressboard::client {

class Theme;

/// Fusion with the flat controls of the board: one border, no gradient, a blue ring for the
/// focus, ink for the default button. Native styles ignore parts of the palette, and an
/// application-wide style sheet would re-polish every widget at each change of the theme.
class BoardStyle final : public QProxyStyle
{
public:
    explicit BoardStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;

private:
    void drawField(QPainter &painter, const QStyleOption &option) const;
    void drawButton(QPainter &painter, const QStyleOption &option) const;
    void drawCheck(QPainter &painter, const QStyleOption &option, bool round) const;
    void drawComboBox(QPainter &painter, const QStyleOptionComplex &option,
                      const QWidget *widget) const;
    void drawScrollBar(QPainter &painter, const QStyleOptionComplex &option,
                       const QWidget *widget) const;

    const Theme &m_theme;
};

} // namespace pressboard::client
