// SPDX-License-Identifier: MIT
#include "session/storage.h"

#include "run/controller/downloadcontroller.h"
#include "store/load.h"

#include <QDir>

#include <memory>

namespace lapwing::ui {
namespace {

QString reasonOf(store::Trouble trouble)
{
    switch (trouble) {
    case store::Trouble::NoSpace:
        return Storage::tr("the disk is full.");
    case store::Trouble::NotWritable:
        return Storage::tr("the data folder cannot be written to.");
    case store::Trouble::InUse:
        return Storage::tr("another program keeps the file locked.");
    case store::Trouble::NoDriver:
        return Storage::tr("Qt's SQLite driver is not installed.");
    case store::Trouble::Damaged:
    case store::Trouble::NewerVersion:
    case store::Trouble::DiskError:
        return Storage::tr("the disk reported an error.");
    }
    Q_UNREACHABLE();
}

QString whyNotRead(const store::Loaded &loaded)
{
    const QString aside = QDir::toNativeSeparators(loaded.asideAs);
    switch (*loaded.trouble) {
    case store::Trouble::Damaged:
        return aside.isEmpty()
            ? Storage::tr("The saved list is damaged, and nothing will be saved in this session.")
            : Storage::tr("The saved list was damaged and is kept as %1. Add your links again: "
                          "partial downloads resume.")
                  .arg(aside);
    case store::Trouble::NewerVersion:
        return aside.isEmpty()
            ? Storage::tr("The saved list is from a newer version of Lapwing, and nothing will be "
                          "saved in this session.")
            : Storage::tr("The saved list is from a newer version of Lapwing and is kept as %1.")
                  .arg(aside);
    case store::Trouble::NotWritable:
        if (loaded.mayWrite) // it was read
            return Storage::tr("The data folder cannot be written to: changes of this session are "
                               "not saved.");
        [[fallthrough]];
    default:
        return Storage::tr("The saved list could not be read: %1").arg(reasonOf(*loaded.trouble));
    }
}

} // namespace

struct Storage::Reading {
    store::Loaded loaded; ///< without its state
    Restored list;
};

Storage::Storage(const QString &dataFolder, DownloadController &controller)
    : m_dataFolder(dataFolder), m_controller(controller)
{
    controller.awaitList();
    const auto read = [dataFolder] {
        auto reading = std::make_shared<Reading>();
        reading->loaded = store::load(dataFolder);
        reading->list = restoredFrom(std::move(reading->loaded.state));
        return reading;
    };
    m_reading.run(read, [this](const std::shared_ptr<Reading> &reading) { take(*reading); });
}

/// Nothing is written before the list is there, and all of it is: a writer would mix what is new with a part.
void Storage::take(Reading &reading)
{
    if (reading.loaded.trouble)
        m_trouble = whyNotRead(reading.loaded);
    m_isRead = true;
    const QString folder = reading.list.folder;
    if (!reading.list.rejects.empty())
        Q_EMIT rejectsRead(reading.list.rejects);
    m_controller.restore(std::move(reading.list));
    if (reading.loaded.mayWrite)
        beginWriting();
    if (m_writer && !folder.isEmpty() && folder != m_controller.folder()) // it was chosen meanwhile
        m_writer->write(store::SetFolder{m_controller.folder()});
    Q_EMIT listRead();
    m_controller.addPending();
}

void Storage::beginWriting()
{
    m_writer = std::make_unique<store::Writer>(m_dataFolder);
    store::Writer *writer = m_writer.get();
    connect(writer, &store::Writer::historyChanged, this, &Storage::historyChanged);
    connect(writer, &store::Writer::committed, this, [this] { note(m_listTrouble, {}); });
    connect(writer, &store::Writer::historyChanged, this, [this] { note(m_historyTrouble, {}); });
    connect(writer, &store::Writer::failed, this,
            [this](store::Trouble trouble) { note(m_listTrouble, trouble); });
    connect(writer, &store::Writer::historyFailed, this, [this](store::Trouble trouble) {
        note(m_historyTrouble, trouble);
        if (trouble == store::Trouble::Damaged) // it was dropped, and is not to be waited for
            m_historyTrouble.reset();
    });
    m_controller.setKeeper(
        [writer](std::vector<store::Change> changes) { writer->write(std::move(changes)); });
}

void Storage::keepRejects(const std::vector<plan::Reject> &rejects, bool isAnew)
{
    if (!m_writer)
        return;
    std::vector<store::Change> changes;
    if (isAnew)
        changes.emplace_back(store::ClearRejects());
    if (!rejects.empty())
        changes.emplace_back(store::PutRejects{rejects});
    m_writer->write(std::move(changes));
}

void Storage::note(std::optional<store::Trouble> &known, std::optional<store::Trouble> trouble)
{
    const bool wasUnsaved = !unsaved().isEmpty();
    known = trouble;
    if (trouble)
        Q_EMIT messageRaised(unsaved());
    else if (wasUnsaved && unsaved().isEmpty())
        Q_EMIT saved();
}

QString Storage::unsaved() const
{
    if (m_listTrouble)
        return tr("The list could not be saved: %1").arg(reasonOf(*m_listTrouble));
    if (m_historyTrouble)
        return tr("The history could not be saved: %1").arg(reasonOf(*m_historyTrouble));
    return {};
}

Storage::~Storage()
{
    m_controller.setKeeper({});
}

} // namespace lapwing::ui
