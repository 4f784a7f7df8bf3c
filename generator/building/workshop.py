"""Where figures are computed: the project, its data set and its trained networks at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator import catalog
from generator.building import manifest as manifests
from generator.building.naming import stem_of, with_suffix
from generator.errors import GeneratorError
from generator.scene import Drawing
from generator.settings import Settings
from generator.sources import Models, sources
from generator.words import Language


@dataclass(frozen=True)
class Workshop:
    """What is needed to compute figures: settings, the data set's name, and the trained networks."""

    settings: Settings
    data: str
    models: Models
    drawn: dict[str, Drawing] = field(default_factory=dict, compare=False)

    def drawing(self, figure: str, parameters: Mapping[str, object], language: Language) -> Drawing:
        """The drawing of one figure, computed once, however many posts and targets ask for it.

        Raises:
            GeneratorError: what is asked for cannot be, or the figure itself fails.
        """
        what = f"{figure} {sorted(parameters.items())} {language}"
        if what not in self.drawn:
            self.drawn[what] = self._drawing(figure, parameters, language)
        return self.drawn[what]

    def _drawing(self, figure: str, parameters: Mapping[str, object], language: Language) -> Drawing:
        offered = sources(self.models, self.data, self.settings.data_folder, language)
        try:
            return catalog.draw(figure, parameters, offered)
        except (GeneratorError, MemoryError):
            raise
        except Exception as problem:
            what = f"{type(problem).__name__}: {problem}"
            raise GeneratorError(
                f"the figure {figure} fails with {what}; this is its own mistake, --debug shows where"
            ) from problem

    def stem(
        self, figure: str, parameters: Mapping[str, object], language: Language, title: str | None = None
    ) -> str:
        """The file name of a figure; other languages than the project's stand at its end.

        ``title`` stands in the place of the figure's name and parameters.
        """
        suffix = "" if language == self.settings.language else language
        return with_suffix(title, figure, suffix) if title else stem_of(figure, parameters, suffix)


def workshop_for_checking(settings: Settings) -> Workshop:
    """A workshop that only reads: no download, no training, the data set that the manifest names."""
    named = settings.data if settings.data != "auto" else manifests.read(settings.figures).data
    data = named or "digits"
    return Workshop(settings, data, Models(settings.trained, data, own=settings.models))


def workshop_for_building(settings: Settings, data: str) -> Workshop:
    """A workshop that gets what it lacks: data from the network, networks by training."""
    folder = settings.trained

    def train(network: str) -> None:
        from generator.learning.training import train_and_save

        train_and_save(settings, network, data)

    return Workshop(settings, data, Models(folder, data, train, settings.models))
