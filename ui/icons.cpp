// SPDX-License-Identifier: MIT
#include "icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <array>

namespace lapwing::ui {
namespace {

struct IconSource {
    IconId id;
    const char *file; ///< resources/icons/FILE.svg
    const char
        *theme; ///< its name in the icon naming specification of freedesktop.org; null: it has none
};

constexpr std::array sources{
    IconSource{IconId::Add, "add", "list-add"},
    IconSource{IconId::Open, "open", "document-open"},
    IconSource{IconId::Paste, "paste", "edit-paste"},
    IconSource{IconId::Start, "start", "media-playback-start"},
    IconSource{IconId::Pause, "pause", "media-playback-pause"},
    IconSource{IconId::Stop, "stop", "media-playback-stop"},
    IconSource{IconId::Cancel, "cancel", "process-stop"},
    IconSource{IconId::Retry, "retry", "view-refresh"},
    IconSource{IconId::Measure, "measure", nullptr},
    IconSource{IconId::Export, "export", "document-save-as"},
    IconSource{IconId::Folder, "folder", "folder"},
    IconSource{IconId::Demo, "demo", nullptr},
    IconSource{IconId::Remove, "remove", "list-remove"},
    IconSource{IconId::Clear, "clear", nullptr},
    IconSource{IconId::Search, "search", "edit-find"},
    IconSource{IconId::Info, "info", "help-about"},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (static_cast<std::size_t>(sources[i].id) != i)
            return false;
    }
    return sources.size() == static_cast<std::size_t>(IconId::Info) + 1;
}
static_assert(inOrder(), "one source for each icon, in the order of the enumeration");

QByteArray readIcon(const char *name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A palette of our own (ui/thememenu.h) has another ground than the icons of the desktop are made for.
bool hasColoursOfDesktop()
{
    return QGuiApplication::palette().resolveMask() == 0;
}

class SymbolEngine : public QIconEngine {
public:
    SymbolEngine(QByteArray drawing, QIcon ofDesktop)
        : m_drawing(std::move(drawing)), m_ofDesktop(std::move(ofDesktop))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        if (!m_ofDesktop.isNull() && hasColoursOfDesktop())
            return m_ofDesktop.paint(painter, rect, Qt::AlignCenter, mode, state);
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role =
            mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        const QColor colour = QGuiApplication::palette().color(group, role);
        QSvgRenderer renderer(
            QByteArray(m_drawing).replace("currentColor", colour.name().toLatin1()));
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }

    QIconEngine *clone() const override { return new SymbolEngine(m_drawing, m_ofDesktop); }

private:
    QByteArray m_drawing;
    QIcon m_ofDesktop; ///< null: it has none
};

} // namespace

QIcon iconFor(IconId icon)
{
    const IconSource &source = sources[static_cast<std::size_t>(icon)];
    const QIcon ofDesktop =
        source.theme ? QIcon::fromTheme(QLatin1String(source.theme), QIcon()) : QIcon();
    return QIcon(new SymbolEngine(readIcon(source.file), ofDesktop)); // QIcon owns its engine
}

QIcon programIcon()
{
    QIcon icon;
    QSvgRenderer renderer(readIcon("lapwing"));
    for (const int side : {16, 32, 48, 128}) {
        QPixmap drawn(side, side);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(drawn);
    }
    return icon;
}

} // namespace lapwing::ui
