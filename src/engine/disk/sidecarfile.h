// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/source.h"

#include <QByteArray>

#include <optional>

namespace lapwing::engine {

/// The file "NAME.part.lapwing" beside a part. Blocks; what is not ours is never touched: where that has the
/// name there is none.
class SidecarFile {
public:
    static constexpr const char *ending = ".lapwing"; ///< after the name of the part

    /// `folder` is a descriptor that outlives this.
    explicit SidecarFile(int folder) : m_folder(folder) { }

    /// From now on, that of this part; none is known to be there.
    void belongTo(const QByteArray &part);
    /// A file that we did not make has the name.
    [[nodiscard]] bool isSomebodyElses() const;
    /// The part is ours: so is what has the name, if a crash can have left it like that.
    void takeOver();
    /// What it says; absent when there is none, or it is not whole.
    [[nodiscard]] std::optional<Sidecar> read();
    /// Whole or not at all, but on a full disk, where the old one is written over: one that a crash tears
    /// then does not read. Not synced, for the same reason. False: the old one stands, if there was one.
    bool write(const Sidecar &sidecar);
    void remove();
    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    [[nodiscard]] bool writeFresh(const QByteArray &bytes);
    [[nodiscard]] bool writeOver(const QByteArray &bytes) const;

    int m_folder;
    QByteArray m_name;
    bool m_isThere = false;
};

/// Removes the sidecar of this name when it is one, and its part is gone. Blocks.
void removeIfLeftOver(int folder, const QByteArray &sidecar);

} // namespace lapwing::engine
