"""A small vocabulary in a folder of its own, and a cache that is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = """\
@base <https://w3id.org/policykg/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pol: <https://w3id.org/policykg/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
WORDS = """\
<institution/pboc> a pol:CentralBank, pol:Institution ;
    skos:prefLabel "People's Bank of China"@en, "中国人民银行"@zh ;
    skos:altLabel "央行"@zh ;
    pol:notLabel "央行票据"@zh ;
    schema:foundingDate "1948"^^xsd:gYear ;
    pol:attestedIn 12 .

<interval/2020/2022> a time:Interval ;
    schema:endDate "2022"^^xsd:gYear ;
    schema:startDate "2020"^^xsd:gYear .

<membership/li_ming/pboc/行长/2020> a org:Membership ;
    org:member <official/li_ming> ;
    org:memberDuring <interval/2020/2022> ;
    org:organization <institution/pboc> ;
    org:role <post/pboc/行长> .

<official/li_ming> a pol:Official ;
    skos:prefLabel "Li Ming"@en, "李明"@zh ;
    pol:attestedIn 3 .

<post/pboc/行长> a pol:Post ;
    skos:prefLabel "Governor, People's Bank of China"@en, "中国人民银行行长"@zh ;
    org:postIn <institution/pboc> ;
    pol:title "行长" .

<scheme/tools> a skos:ConceptScheme ;
    skos:prefLabel "Policy tools"@en, "政策工具"@zh .

<title/行长> a pol:PostTitle ;
    skos:prefLabel "Governor"@en, "行长"@zh ;
    skos:inScheme <scheme/tools> ;
    pol:rank 7 ;
    pol:attestedIn 4 .

<tool/cat_all> a pol:ToolCategory ;
    skos:prefLabel "Instruments"@en, "各类工具"@zh ;
    skos:inScheme <scheme/tools> ;
    skos:topConceptOf <scheme/tools> .

<tool/mlf> a pol:PolicyTool ;
    skos:prefLabel "Medium-term Lending Facility"@en, "中期借贷便利"@zh ;
    skos:altLabel "MLF"@en ;
    skos:broader <tool/cat_all> ;
    skos:inScheme <scheme/tools> ;
    pol:introduced "2014"^^xsd:gYear ;
    pol:attestedIn 5 .
"""


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "policykg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "words"
    place.mkdir()
    (place / "words.ttl").write_text(HEAD + WORDS, encoding="utf-8")
    return place


@pytest.fixture
def write(folder: Path) -> Callable[[str], Path]:
    """A function that puts more blocks into the folder and returns the new file."""

    def put(blocks: str) -> Path:
        path = folder / "more.ttl"
        path.write_text(HEAD + blocks, encoding="utf-8")
        return path

    return put
