// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/text_recorder.h"

#include <QFontMetricsF>

namespace pressboard::test {

void TextEngine::updateState(const QPaintEngineState &state)
{
    if (state.state() & DirtyTransform)
        m_transform = state.transform();
}

void TextEngine::drawTextItem(const QPointF &baseline, const QTextItem &item)
{
    const QPointF at = m_transform.map(baseline);
    const QRectF box(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    const QRectF ink =
        QRectF(QFontMetricsF(item.font()).tightBoundingRect(item.text())).translated(at);
    if (!m_texts.isEmpty()) {
        PaintedText &before = m_texts.last();
        const bool continues = qAbs(before.box.right() - box.left()) < 1.5
            && qAbs(before.box.center().y() - box.center().y()) < 3;
        if (continues) {
            before.text += item.text();
            before.box.setRight(box.right());
            before.ink |= ink;
            return;
        }
    }
    m_texts.append({item.text(), box, ink});
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return 0;
    }
}

} // namespace pressboard::test
