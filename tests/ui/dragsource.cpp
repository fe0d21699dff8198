// SPDX-License-Identifier: MIT
// Another program to drag from: dragsource FORMAT FILE fills its window with the contents of FILE,
// to be dragged away as FORMAT. It says the action of the drop and ends.
#include <QApplication>
#include <QDrag>
#include <QFile>
#include <QMimeData>
#include <QMouseEvent>
#include <QWidget>

#include <cstdio>

namespace {

class DragSource : public QWidget {
public:
    DragSource(const QString &format, const QByteArray &contents)
        : m_format(format), m_contents(contents)
    {
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (m_dragging || !(event->buttons() & Qt::LeftButton))
            return;
        m_dragging = true;
        auto *links = new QMimeData; // the drag owns it
        links->setData(m_format, m_contents);
        auto *drag = new QDrag(this);
        drag->setMimeData(links);
        const Qt::DropAction action = drag->exec(Qt::CopyAction);
        std::printf("action %d\n", static_cast<int>(action));
        QCoreApplication::exit(action == Qt::CopyAction ? 0 : 1);
    }

private:
    QString m_format;
    QByteArray m_contents;
    bool m_dragging = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile file(arguments.value(2));
    if (arguments.size() != 3 || !file.open(QIODevice::ReadOnly))
        return 2;
    DragSource source(arguments.at(1), file.readAll());
    source.setWindowTitle(QStringLiteral("Drag source"));
    source.setGeometry(0, 0, 120, 120);
    source.show();
    return QApplication::exec();
}
