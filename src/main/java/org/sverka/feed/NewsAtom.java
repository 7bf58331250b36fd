package org.sverka.feed;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** News as Atom (RFC 4287). All texts are plain; what XML cannot hold is written as U+FFFD. */
public final class NewsAtom {
  /** Its media type. */
  public static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private NewsAtom(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document. */
  public static byte[] write(News news) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new NewsAtom(xml).feed(news);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void feed(News news) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", "ru");
    element("id", news.id());
    element("title", news.title());
    element("updated", news.updatedAt().toString());
    link("self", "application/atom+xml", news.self());
    link("alternate", "text/html", news.home());
    author("Сверка");
    for (News.Item item : news.items()) {
      entry(item);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(News.Item item) throws XMLStreamException {
    xml.writeStartElement("entry");
    element("id", item.id());
    element("title", item.title());
    element("updated", item.changedAt().toString());
    element("published", item.at().toString());
    link("alternate", "text/html", item.link());
    if (!item.author().isEmpty()) {
      author(item.author());
    }
    for (String tag : item.tags()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", tag);
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    text(item.text());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element("name", name);
    xml.writeEndElement();
  }

  private void link(String rel, String type, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    text(text);
    xml.writeEndElement();
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(NOT_XML.matcher(text).replaceAll("\uFFFD"));
  }
}
