// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/revisions.h"

#include "core/base/literals.h"

#include <QSaveFile>

namespace andu::pdf {

namespace {

constexpr qint64 BlockBytes = 1 << 20;
constexpr qint64 Overlap = 128; ///< "startxref", an offset, "%%EOF" and line ends.

bool isXrefAt(QIODevice &device, qint64 offset)
{
    if (!device.seek(offset)) {
        return false;
    }
    const QByteArray start = device.read(40).trimmed();
    return start.startsWith("xref")
        || (!start.isEmpty() && start.at(0) >= '0' && start.at(0) <= '9' && start.contains(" obj"));
}

/// Reads "startxref N %%EOF" at the start of @p text; the end is relative to it.
std::optional<Revision> parseMark(const QByteArray &text)
{
    qsizetype at = 9;
    const auto skipSpace = [&] {
        while (at < text.size()
               && (text.at(at) == '\r' || text.at(at) == '\n' || text.at(at) == ' ')) {
            ++at;
        }
    };
    skipSpace();
    const qsizetype digits = at;
    while (at < text.size() && text.at(at) >= '0' && text.at(at) <= '9') {
        ++at;
    }
    Revision revision;
    bool isNumber = false;
    revision.xrefAt = text.mid(digits, at - digits).toLongLong(&isNumber);
    skipSpace();
    if (!isNumber || !text.mid(at).startsWith("%%EOF")) {
        return std::nullopt;
    }
    at += 5;
    if (at < text.size() && text.at(at) == '\r') {
        ++at;
    }
    if (at < text.size() && text.at(at) == '\n') {
        ++at;
    }
    revision.endBytes = at;
    return revision;
}

} // namespace

Result<QList<Revision>> revisionsOf(QIODevice &device)
{
    QList<Revision> found;
    const qint64 size = device.size();
    for (qint64 start = 0; start < size; start += BlockBytes) {
        if (!device.seek(start)) {
            return fail(ErrorCode::Storage, u"the file cannot be read"_s);
        }
        const QByteArray block = device.read(BlockBytes + Overlap);
        qsizetype at = block.indexOf("startxref");
        while (at >= 0 && at < BlockBytes) {
            auto revision = parseMark(block.mid(at, Overlap));
            const qint64 here = start + at;
            // Offset 0 belongs to the first part of a linearised file, which is no revision.
            if (revision && revision->xrefAt > 0 && revision->xrefAt < here
                && isXrefAt(device, revision->xrefAt)) {
                revision->endBytes += here;
                found.append(*revision);
            }
            at = block.indexOf("startxref", at + 9);
        }
    }
    return found;
}

Result<void> extractRevision(QIODevice &device, qint64 size, const QString &target)
{
    QSaveFile out(target);
    if (!device.seek(0) || !out.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Storage, u"the revision cannot be written"_s);
    }
    while (size > 0) {
        const QByteArray block = device.read(std::min(size, BlockBytes));
        if (block.isEmpty() || out.write(block) != block.size()) {
            return fail(ErrorCode::Storage, u"the revision cannot be written"_s);
        }
        size -= block.size();
    }
    if (!out.commit()) {
        return fail(ErrorCode::Storage, u"the revision cannot be written"_s);
    }
    return {};
}

} // namespace andu::pdf
