// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/theme.h"

#include <cmath>

namespace pressboard::client {

namespace {

constexpr QSize roomyDesign(1920, 1080);
constexpr int roomyFrom = 1600;

/// One family for Latin and CJK, so that baselines agree. The SC family is named, or Linux may
/// pick Japanese shapes.
QStringList families()
{
#ifdef Q_OS_WIN
    return {QStringLiteral("Microsoft YaHei UI"), QStringLiteral("sans-serif")};
#else
    return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")};
#endif
}

/// In halves: everything between is a bigger board, not a bigger drawing.
double scaleFor(QSize window)
{
    const double fits = std::min(double(window.width()) / roomyDesign.width(),
                                 double(window.height()) / roomyDesign.height());
    return std::max(1.0, std::floor(fits * 2) / 2);
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_families(families())
{
}

QFont Theme::font(int designPx, Weight weight) const
{
    QFont font;
    font.setFamilies(m_families);
    font.setPixelSize(px(designPx));
    font.setWeight(weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

QPalette Theme::palette() const
{
    const Tokens &t = liveTokens();
    QPalette palette(t.surface, t.surface);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.hover);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.hair);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.control);
    palette.setColor(QPalette::Shadow, t.control);
    palette.setColor(QPalette::Highlight, t.select);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.blue);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    palette.setColor(QPalette::ToolTipText, t.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.text3);
    return palette;
}

void Theme::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    Q_EMIT colorsChanged();
}

void Theme::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    Q_EMIT colorsChanged();
}

void Theme::fit(QSize window)
{
    m_window = window;
    const double scale = scaleFor(window) * m_textScale;
    const bool roomy = window.width() >= qRound(roomyFrom * scale);
    if (qFuzzyCompare(scale, m_scale) && roomy == m_roomy)
        return;
    m_scale = scale;
    m_roomy = roomy;
    Q_EMIT sizesChanged();
}

void Theme::setTextScale(int percent)
{
    m_textScale = percent / 100.0;
    fit(m_window);
}

} // namespace pressboard::client
