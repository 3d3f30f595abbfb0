// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/window/text_audit.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QTransform>

namespace pressboard::test {

/// Writes down where texts are painted instead of painting anything.
class TextEngine final : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {
    }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &state) override;
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawTextItem(const QPointF &baseline, const QTextItem &item) override;
    Type type() const override { return User; }

    const QList<PaintedText> &texts() const { return m_texts; }

private:
    QTransform m_transform;
    QList<PaintedText> m_texts;
};

/// A sheet of a widget's size for TextEngine.
class TextRecorder final : public QPaintDevice
{
public:
    explicit TextRecorder(QSize size)
        : m_size(size)
    {
    }
    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QList<PaintedText> &texts() const { return m_engine.texts(); }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    mutable TextEngine m_engine;
};

} // namespace pressboard::test
