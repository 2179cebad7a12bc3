// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_book.h"
#include "core/store/store.h"

#include <mutex>

namespace andu::seals {

/// Seals and register in the encrypted store of an account. Each use is checked and written in one
/// transaction.
class AccountSealBook final : public pdf::SealBook
{
public:
    /// @p store outlives every call until close().
    explicit AccountSealBook(store::Store &store);

    /// Waits for a call under way; later ones end with Cancelled.
    void close();

    /// Takes over seal files and a register of earlier versions, then removes the files. Nothing
    /// is removed when anything could not be taken over; a name or register that the store already
    /// has stays in its file. Number of seals and rows taken.
    [[nodiscard]] Result<int> importFiles(const QString &cabinetFolder,
                                          const QString &registerPath);

    [[nodiscard]] Result<QList<pdf::StoredSeal>> seals() override;
    [[nodiscard]] Result<void> add(const pdf::StoredSeal &seal) override;
    [[nodiscard]] Result<void> replace(const pdf::StoredSeal &seal) override;
    [[nodiscard]] Result<QList<pdf::SealUse>> uses() override;
    [[nodiscard]] Result<pdf::SealUse> registerUse(pdf::SealUse use,
                                                   const pdf::SealUseRules &rules) override;

private:
    using Work = std::function<Result<void>(store::Connection &)>;
    [[nodiscard]] Result<void> read(const Work &work);
    [[nodiscard]] Result<void> write(const Work &work);
    [[nodiscard]] Result<int> importSeals(const QString &cabinetFolder);
    [[nodiscard]] Result<int> importUses(const QString &registerPath);

    [[nodiscard]] Result<void> readChain(store::Connection &connection);

    std::mutex m_guard;
    store::Store *m_store; ///< Null once closed.
    /// The register as it was read or written last. Nobody else writes while the account is open,
    /// so a use costs one row; uses() reads and checks all of them again.
    std::optional<pdf::SealUseChain> m_chain;
};

} // namespace andu::seals
