// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/appearance.h"

#include <QImageReader>

namespace andu::pdf {

namespace {

constexpr int MaxPictureMegabytes = 256;

Picture pictureOf(const QImage &argb)
{
    // Four bytes a pixel: the lines of such an image follow each other without a gap.
    return Picture::fromArgb(reinterpret_cast<const quint32 *>(argb.constBits()), argb.size());
}

} // namespace

Result<QImage> readPicture(const QString &path)
{
    QImageReader reader(path);
    QImageReader::setAllocationLimit(MaxPictureMegabytes);
    const QImage image = reader.read();
    if (image.isNull()) {
        return fail(ErrorCode::BadInput, u"the picture cannot be read: "_s + reader.errorString());
    }
    return image.convertToFormat(QImage::Format_ARGB32);
}

Picture::Picture(const QImage &image)
    : Picture(pictureOf(image.convertToFormat(QImage::Format_ARGB32)))
{ }

} // namespace andu::pdf
