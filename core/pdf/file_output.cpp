// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/file_output.h"

#include "core/base/literals.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace andu::pdf {

namespace {

constexpr off_t SmallBytes = 1 << 20;

tl::unexpected<Error> systemError(int code, const QString &what)
{
    const ErrorCode kind
        = code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Storage;
    return fail(kind, what + u": "_s + QString::fromLocal8Bit(std::strerror(code)));
}

int writeAll(int file, const char *data, qint64 size, qint64 at)
{
    while (size > 0) {
        const ssize_t done = ::pwrite(file, data, size_t(size), at);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return done < 0 ? errno : EIO;
        }
        data += done;
        size -= done;
        at += done;
    }
    return 0;
}

int copyByBlocks(int source, int target, qint64 from, qint64 size)
{
    std::vector<char> block(1 << 20);
    while (from < size) {
        const ssize_t got = ::pread(source, block.data(), block.size(), from);
        if (got <= 0) {
            return got < 0 ? errno : EIO;
        }
        if (const int error = writeAll(target, block.data(), got, from)) {
            return error;
        }
        from += got;
    }
    return 0;
}

/// Shares the blocks where the file system can, else copies inside the kernel, else by hand.
int copyAll(int source, int target)
{
    struct stat info = {};
    if (::fstat(source, &info) != 0) {
        return errno;
    }
    if (::ioctl(target, FICLONE, source) == 0) {
        return 0;
    }
    off_t from = 0;
    off_t to = 0;
    while (from < info.st_size) {
        const ssize_t done
            = ::copy_file_range(source, &from, target, &to, size_t(info.st_size - from), 0);
        if (done == 0 || (done < 0 && from == 0)) {
            return copyByBlocks(source, target, from, info.st_size);
        }
        if (done < 0) {
            return errno;
        }
    }
    return 0;
}

} // namespace

Result<FileOutput> FileOutput::start(const QString &source, const QString &target)
{
    FileOutput output;
    output.m_target = target;
    const QString same = QFileInfo(target).canonicalFilePath();
    if (!same.isEmpty() && same == QFileInfo(source).canonicalFilePath()) {
        output.m_file = ::open(QFile::encodeName(target).constData(), O_RDWR | O_CLOEXEC);
        if (output.m_file < 0) {
            return systemError(errno, u"the file cannot be written"_s);
        }
        return output;
    }
    const int from = ::open(QFile::encodeName(source).constData(), O_RDONLY | O_CLOEXEC);
    if (from < 0) {
        return systemError(errno, u"the file cannot be read"_s);
    }
    output.m_temporary = QFile::encodeName(target) + ".XXXXXX";
    output.m_file = ::mkostemp(output.m_temporary.data(), O_CLOEXEC);
    if (output.m_file < 0) {
        const int error = errno;
        ::close(from);
        output.m_temporary.clear();
        return systemError(error, u"the target folder cannot be written"_s);
    }
    struct stat info = {};
    if (::fstat(from, &info) == 0 && ::fchmod(output.m_file, info.st_mode & 0777) != 0) {
        // The copy stays readable for its owner only; nothing is lost.
    }
    // A large copy runs while the file is hashed; for a small one a thread costs more than it
    // saves.
    const auto when = info.st_size > SmallBytes ? std::launch::async : std::launch::deferred;
    output.m_copied = std::async(when, [from, to = output.m_file] {
        const int error = copyAll(from, to);
        ::close(from);
        return error;
    });
    return output;
}

FileOutput::FileOutput(FileOutput &&other) noexcept
    : m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_file(std::exchange(other.m_file, -1))
    , m_copied(std::move(other.m_copied))
{ }

FileOutput::~FileOutput()
{
    if (m_copied.valid()) {
        m_copied.wait();
    }
    if (m_file >= 0) {
        ::close(m_file);
    }
    if (!m_temporary.isEmpty()) {
        ::unlink(m_temporary.constData());
    }
}

Result<void> FileOutput::appendAt(const QByteArray &update, qint64 atBytes) const
{
    struct stat info = {};
    if (::fstat(m_file, &info) != 0 || info.st_size != atBytes) {
        return fail(ErrorCode::Conflict, u"the file changed while it was worked on"_s);
    }
    int error = writeAll(m_file, update.constData(), update.size(), atBytes);
    if (error == 0 && ::fsync(m_file) != 0) {
        error = errno;
    }
    if (error != 0) {
        if (::ftruncate(m_file, atBytes) != 0) {
            return systemError(errno, u"the update was cut short and could not be taken back"_s);
        }
        return systemError(error, u"the update could not be written"_s);
    }
    return {};
}

Result<void> FileOutput::commit(const QByteArray &update, qint64 atBytes)
{
    if (m_copied.valid()) {
        if (const int error = m_copied.get()) {
            return systemError(error, u"the file could not be copied"_s);
        }
    }
    if (auto appended = appendAt(update, atBytes); !appended) {
        return appended;
    }
    if (m_temporary.isEmpty()) {
        return {};
    }
    if (::rename(m_temporary.constData(), QFile::encodeName(m_target).constData()) != 0) {
        return systemError(errno, u"the target could not be replaced"_s);
    }
    m_temporary.clear();
    return {};
}

} // namespace andu::pdf
