// SPDX-License-Identifier: MIT
#include "support/versioned.h"

namespace lapwing::test {
namespace {

/// -1: no range is asked for, or none that counts.
qint64 firstAsked(const Versioned &resource, const Request &request)
{
    const QByteArray range = request.header("Range");
    const QByteArray ifRange = request.header("If-Range");
    if (!resource.takesRanges || !range.startsWith("bytes=") || !range.endsWith('-'))
        return -1;
    if (resource.mindsIfRange && !ifRange.isNull() && ifRange != resource.etag)
        return -1;
    return range.mid(6).chopped(1).toLongLong();
}

Script withBody(const Versioned &resource, const QByteArray &head, const QByteArray &body)
{
    const bool isCut = resource.cutAfter >= 0 && resource.cutAfter < body.size();
    Script script;
    script.send(head + "ETag: " + resource.etag
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                + (isCut ? body.first(resource.cutAfter) : body));
    if (isCut && resource.resets)
        script.reset();
    else if (isCut)
        script.close();
    return script;
}

} // namespace

Script answerFor(const Versioned &resource, const Request &request)
{
    if (resource.takesConditions && request.header("If-None-Match") == resource.etag)
        return Script().send("HTTP/1.1 304 Not Modified\r\nETag: " + resource.etag + "\r\n\r\n");
    const qint64 asked = firstAsked(resource, request);
    const qint64 size = resource.content.size();
    if (asked < 0)
        return withBody(resource, "HTTP/1.1 200 OK\r\n", resource.content);
    if (asked >= size)
        return status(416).header("Content-Range", "bytes */" + QByteArray::number(size));
    const qint64 first = asked + resource.rangeShift;
    const QByteArray range = "Content-Range: bytes " + QByteArray::number(first) + '-'
        + QByteArray::number(size - 1) + '/' + QByteArray::number(size) + "\r\n";
    return withBody(resource, "HTTP/1.1 206 Partial Content\r\n" + range,
                    resource.content.mid(first));
}

} // namespace lapwing::test
