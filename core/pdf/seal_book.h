// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_cabinet.h"
#include "core/pdf/seal_register.h"

namespace andu::pdf {

/// The seals of an office and the register of their use, wherever they are kept. Any thread; calls
/// block, so never on the GUI thread.
class SealBook
{
public:
    virtual ~SealBook() = default;
    SealBook() = default;
    SealBook(const SealBook &) = delete;
    SealBook &operator=(const SealBook &) = delete;

    [[nodiscard]] virtual Result<QList<StoredSeal>> seals() = 0;
    /// Conflict when the name is taken.
    [[nodiscard]] virtual Result<void> add(const StoredSeal &seal) = 0;
    /// NotFound when there is no seal of this name.
    [[nodiscard]] virtual Result<void> replace(const StoredSeal &seal) = 0;
    /// Oldest first; Damaged when the chain does not hold.
    [[nodiscard]] virtual Result<QList<SealUse>> uses() = 0;
    /// Checks chain and rules, then adds the row; Refused with the reason's name.
    [[nodiscard]] virtual Result<SealUse> registerUse(SealUse use, const SealUseRules &rules) = 0;
};

/// A folder of seal files and a file of rows.
class FileSealBook final : public SealBook
{
public:
    FileSealBook(const QString &cabinetFolder, const QString &registerPath)
        : m_cabinet(cabinetFolder)
        , m_register(registerPath)
    { }

    [[nodiscard]] Result<QList<StoredSeal>> seals() override { return m_cabinet.list(); }
    [[nodiscard]] Result<void> add(const StoredSeal &seal) override { return m_cabinet.add(seal); }
    [[nodiscard]] Result<void> replace(const StoredSeal &seal) override
    {
        return m_cabinet.replace(seal);
    }
    [[nodiscard]] Result<QList<SealUse>> uses() override { return m_register.read(); }
    [[nodiscard]] Result<SealUse> registerUse(SealUse use, const SealUseRules &rules) override
    {
        return m_register.append(std::move(use), rules);
    }

private:
    SealCabinet m_cabinet;
    SealRegister m_register;
};

} // namespace andu::pdf
